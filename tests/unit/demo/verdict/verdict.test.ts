import { expect, test } from 'vitest'
import { echoOf, NO_ECHO } from '../../../../scripts/demo/scenes/echo'
import { figuresOf } from '../../../../scripts/demo/verdict/figures'
import { faultsOf, serverErrors } from '../../../../scripts/demo/verdict/verdict'
import { babble, joined, silence } from '../sound'
import { append, client, HELD, server } from '../traces'

const FIGURES = figuresOf('hold', HELD)

test('a good run has no faults', () => {
  expect(faultsOf(HELD, FIGURES, { sent: 0.99, envelope: 0.9, slipMs: 40, missingMs: 5 }, false)).toEqual([])
})

test.each([
  ['Between microphone and wire 12 samples got lost.', { ...FIGURES, lostSamples: 12 }],
  ['The microphone or the wire kept no count.', { ...FIGURES, lostSamples: null }],
  ['No answer was played.', { ...FIGURES, heardSamples: null }],
  ['Of the answer 800 samples were not played.', { ...FIGURES, heardSamples: 4_000 }],
])('%s', (fault, figures) => {
  expect(faultsOf(HELD, figures, NO_ECHO, false)).toEqual([fault])
})

test('an interruption has to cut, and then not all of the answer is heard', () => {
  const cut = { ...FIGURES, heardSamples: 100, bargeInToSilenceMs: 8 }
  expect([faultsOf(HELD, cut, NO_ECHO, true), faultsOf(HELD, FIGURES, NO_ECHO, true)]).toEqual([[], ['The interruption did not cut the answer.']])
})

test('an echo that is not like what was sent, or spoken, or not whole', () => {
  expect(faultsOf(HELD, FIGURES, { sent: 0.5, envelope: 0.7, slipMs: 0, missingMs: 100 }, false)).toEqual([
    'The answer is not what was sent: they correlate by 0.50, and 0.9 is the least.',
    'The answer is not what was spoken: its loudness correlates by 0.70, and 0.8 is the least.',
    'The loudspeaker left out 100 ms of the answer, or played them in the wrong place.',
  ])
})

test('errors of the server are told, but for a cancel that came too late', () => {
  const error = (code: string) => server(1, 'error', { error: { code, message: `It was ${code}.` } })
  expect(serverErrors({ marks: [], wire: [error('response_cancel_not_active'), error('invalid_value')] })).toEqual(['The server reported an error: It was invalid_value.'])
})

const VOICE = babble(72_000)
const SENT = joined(silence(4_800), VOICE, silence(4_800))
const trace = { marks: [], wire: [append(1, SENT.length), client(2, 'input_audio_buffer.commit')] }
const parts = { trace, sent: SENT, reply: joined(silence(28_800), SENT, silence(9_000)), spoken: VOICE, isInterrupted: false, cutAfter: null }

test('an echo of everything', () => {
  expect(echoOf(parts)).toEqual({ sent: expect.closeTo(1, 2), envelope: expect.closeTo(1, 2), slipMs: 0, missingMs: 0 })
})

test('an echo that was cut is compared as far as it was heard', () => {
  const reply = joined(silence(30_000), SENT.subarray(0, 40_000), silence(60_000))
  expect(echoOf({ ...parts, reply, isInterrupted: true, cutAfter: 40_000 })).toEqual({ sent: expect.closeTo(1, 2), envelope: null, slipMs: 0, missingMs: 0 })
})

test('something else is no echo, and neither is nothing', () => {
  const { sent, envelope } = echoOf({ ...parts, reply: babble(120_000, 77) })
  expect([sent !== null && sent < 0.5, envelope !== null && envelope < 0.8, echoOf({ ...parts, reply: silence(0) })]).toEqual([true, true, NO_ECHO])
})
