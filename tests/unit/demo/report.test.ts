import { expect, test } from 'vitest'
import { NO_ECHO } from '../../../scripts/demo/scenes/echo'
import { figuresOf } from '../../../scripts/demo/verdict/figures'
import { type DemoReport, reportText } from '../../../scripts/demo/report'
import { survivalOf } from '../../../scripts/demo/verdict/survival'
import { HELD } from './traces'

const REPORT: DemoReport = {
  ok: true,
  electron: '33.4.11',
  endpoint: 'practice',
  mode: 'hold',
  ...figuresOf('hold', HELD),
  ...survivalOf(HELD, 11_598),
  toolMs: null,
  toolToSoundMs: null,
  source: null,
  transcript: { user: '(0.2 seconds of speech)', assistant: 'You said 0.2 seconds.' },
  errors: [],
}

test('a run that went well', () => {
  expect(reportText(REPORT, { sent: 0.998, envelope: 0.931, slipMs: 11, missingMs: 0 }, 12.34)).toBe(`
Parley with the talk key held, endpoint practice, Electron 33.4.11

  You                      (0.2 seconds of speech)
  Parley                   You said 0.2 seconds.
  Key to microphone        40 ms
  Key up to commit         161 ms
  First delta to sound     10 ms
  Captured                 0.20 s, every sample reached the wire
  Played                   0.20 s, 1 gap
  Like what was sent       0.998 (correlation; the sound system stopped for 11 ms in between)
  Like what was spoken     0.931 (correlation of loudness)

OK (12.3 s)`)
})

test('a run with a tool', () => {
  expect(reportText({ ...REPORT, toolMs: 4.2, toolToSoundMs: 180 }, NO_ECHO, 3)).toContain(`
  Tool                     4 ms
  Tool to sound            180 ms
`)
})

test('a run with a source', () => {
  expect(reportText({ ...REPORT, source: 'Lease of the lamp shop.md [A1], of 2 passages' }, NO_ECHO, 3)).toContain(`
  Source                   Lease of the lamp shop.md [A1], of 2 passages
`)
})

test('a run of which nothing came', () => {
  const nothing = { ...REPORT, ...figuresOf('hold', { marks: [], wire: [] }), ok: false, electron: null, transcript: { user: null, assistant: null } }
  expect(reportText({ ...nothing, errors: ['The app could not connect.'] }, NO_ECHO, 3)).toBe(`
Parley with the talk key held, endpoint practice, Electron (not started)

  The app could not connect.
FAILED (3.0 s)`)
})
