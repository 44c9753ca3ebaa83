import { expect, test } from 'vitest'
import { BuiltInWorld } from '../../../../fakes/fake-built-in'
import { answer, asked, HOSTILE } from './asked'

const AT = Date.parse('2026-11-30T10:33:37.900Z')
const source = (at = AT) => Object.assign(new BuiltInWorld(), { now: at }).source

test.each([
  ['here', {}, AT, { time: '2026-11-30T11:33:37+01:00', weekday: 'Monday', zone: 'Europe/Berlin' }],
  ['an empty name is here', { zone: ' ' }, AT, { time: '2026-11-30T11:33:37+01:00', weekday: 'Monday', zone: 'Europe/Berlin' }],
  ['half an hour', { zone: 'Asia/Kolkata' }, AT, { time: '2026-11-30T16:03:37+05:30', weekday: 'Monday', zone: 'Asia/Kolkata' }],
  ['a quarter, behind', { zone: 'Pacific/Marquesas' }, AT, { time: '2026-11-30T01:03:37-09:30', weekday: 'Monday', zone: 'Pacific/Marquesas' }],
  ['another day', { zone: 'Pacific/Kiritimati' }, AT, { time: '2026-12-01T00:33:37+14:00', weekday: 'Tuesday', zone: 'Pacific/Kiritimati' }],
  ['any case', { zone: 'uTc' }, AT, { time: '2026-11-30T10:33:37+00:00', weekday: 'Monday', zone: 'UTC' }],
  ['summer', { zone: 'America/New_York' }, Date.parse('2026-07-04T03:00:00Z'), { time: '2026-07-03T23:00:00-04:00', weekday: 'Friday', zone: 'America/New_York' }],
  ['midnight is the hour 0', { zone: 'UTC' }, Date.parse('2026-02-28T00:00:00Z'), { time: '2026-02-28T00:00:00+00:00', weekday: 'Saturday', zone: 'UTC' }],
  ['before 1970', { zone: 'UTC' }, Date.parse('1969-12-31T23:59:59.500Z'), { time: '1969-12-31T23:59:59+00:00', weekday: 'Wednesday', zone: 'UTC' }],
])('the time: %s', async (_what, given, at, expected) => {
  expect(answer(await asked(source(at), 'now', given))).toEqual(expected)
})

test.each(['Mars/Olympus', '+02:00', '-0300', '../../etc/passwd', 'Europe/\u202eBerlin', 'Europe/Berlin\0', 'UTC; rm'])('no such zone: %j', async (zone) => {
  expect(answer(await asked(source(), 'now', { zone }))).toBe('failed: There is no time zone of this name. Names look like Europe/Berlin.')
})

test.each([...HOSTILE, { zone: 3 }, { zone: null }, { zone: 'x'.repeat(65) }, { zone: 'UTC', also: 1 }])('refused before it runs: %j', async (given) => {
  const outcome = await asked(source(), 'now', given)
  expect({ kind: outcome.kind, short: 'error' in outcome && outcome.error.length <= 200 && !outcome.error.includes('\u202e') }).toEqual({ kind: 'refused', short: true })
})

test('what nobody has offered is not run, and cannot be taken back', async () => {
  const request = { name: 'shell', arguments: {}, private: false, taintedBy: null, signal: new AbortController().signal, progress: () => undefined }
  expect([await source().call(request), await source().undo?.({ kind: 'shell', data: '', until: null })]).toEqual([{ kind: 'failed', error: 'There is no such tool.', retry: false }, false])
})
