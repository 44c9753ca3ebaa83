import { expect, test } from 'vitest'
import { readDueTime } from '../../../../src/main/reminders/core/due-time'
import { localTime } from '../../../../src/main/tools/core/built-in/local-time'

const BERLIN = 'Europe/Berlin'
/** Winter: +01:00; the clocks go forward on 2026-03-29 at 2. */
const MARCH = Date.parse('2026-03-27T12:00:00Z')
/** Summer: +02:00; they go back on 2026-10-25 at 3. */
const OCTOBER = Date.parse('2026-10-20T12:00:00Z')

test.each([
  ['a time of day', '2026-03-28T08:00', MARCH, BERLIN, '2026-03-28T08:00:00+01:00'],
  ['a time of day, beyond the change', '2026-03-30T08:00', MARCH, BERLIN, '2026-03-30T08:00:00+02:00'],
  ['with the offset of that day', '2026-03-30T08:00+02:00', MARCH, BERLIN, '2026-03-30T08:00:00+02:00'],
  ['with the offset of today, which will be another', '2026-03-30T08:00+01:00', MARCH, BERLIN, '2026-03-30T08:00:00+02:00'],
  ['back to winter, the same', '2026-10-26T08:00:00+02:00', OCTOBER, BERLIN, '2026-10-26T08:00:00+01:00'],
  ['as an instant', '2026-03-30T08:00:00Z', MARCH, BERLIN, '2026-03-30T10:00:00+02:00'],
  ['as an instant far away', '2026-03-30T08:00:00-0700', MARCH, BERLIN, '2026-03-30T17:00:00+02:00'],
  ['an hour that is left out', '2026-03-29T02:30', MARCH, BERLIN, '2026-03-29T03:30:00+02:00'],
  ['an hour that comes twice', '2026-10-25T02:30', OCTOBER, BERLIN, '2026-10-25T02:30:00+02:00'],
  ['the second of the two, by its offset', '2026-10-25T02:30+01:00', OCTOBER, BERLIN, '2026-10-25T02:30:00+01:00'],
  ['elsewhere', '2026-03-30T08:00[Asia/Tokyo]', MARCH, BERLIN, '2026-03-30T08:00:00+09:00'],
  ['seconds and parts of them', '2026-03-28 08:00:30.5', MARCH, BERLIN, '2026-03-28T08:00:30+01:00'],
  ['a leap day', '2028-02-29T00:00', MARCH, BERLIN, '2028-02-29T00:00:00+01:00'],
  ['half an hour of summer time', '2026-10-04T02:15', Date.parse('2026-10-01T00:00:00Z'), 'Australia/Lord_Howe', '2026-10-04T02:45:00+11:00'],
])('due: %s', (_what, text, now, zone, expected) => {
  const due = readDueTime(text, now, zone)
  expect(due.ok && localTime(due.value.dueAt, due.value.zone).time).toBe(expected)
})

test.each([
  '', 'tomorrow', '08:00', '2026-03-30', '2026-02-30T08:00', '2027-02-29T08:00', '2026-13-01T08:00', '2026-00-10T08:00', '2026-03-30T24:00', '2026-03-30T08:60', '2026-03-30T08:00[Mars/Olympus]',
  '2026-03-30T08:00+1', '+002026-03-30T08:00', '2026-03-30T08:00Z; rm -rf', 'NaN', '1e309', '2026-03-30T08:00\u202e', '٢٠٢٦-٠٣-٣٠T٠٨:٠٠', '2026-03-30T08:00[' + 'x'.repeat(65) + ']',
])('not understood: %j', (text) => {
  expect(readDueTime(text, MARCH, BERLIN)).toEqual({ ok: false, error: 'The time is not understood. It is written like 2026-11-30T16:05 or 2026-11-30T16:05+01:00.' })
})
