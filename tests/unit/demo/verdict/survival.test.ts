import { expect, test } from 'vitest'
import { figuresOf } from '../../../../scripts/demo/verdict/figures'
import { survivalFaults, survivalOf } from '../../../../scripts/demo/verdict/survival'
import type { Trace } from '../../../../scripts/demo/trace'
import { append, client, HELD, mark, server } from '../traces'

/** The connection breaks half-way through the speech; the next session hears it from the start. */
const BROKEN: Trace = {
  marks: [...HELD.marks, mark(300, 'connection', { state: 'ready' }), mark(301, 'replayed', { samples: 2_400 })],
  wire: [
    client(100, 'input_audio_buffer.clear'),
    append(140, 2_400),
    server(299, 'session.created'),
    append(301, 2_400),
    append(500, 2_400),
    client(561, 'input_audio_buffer.commit'),
  ],
}

test('an unbroken run replays nothing', () => {
  expect(survivalOf(HELD, 11_598)).toEqual({ reconnects: 0, replayedSamples: 0, ledgerBytes: 11_598, wireAudioBytes: 11_598 })
})

test('a broken one says again what the old session had heard, and loses nothing', () => {
  expect([survivalOf(BROKEN, 14_400), figuresOf('hold', BROKEN).lostSamples]).toEqual([{ reconnects: 1, replayedSamples: 2_400, ledgerBytes: 14_400, wireAudioBytes: 14_400 }, 0])
})

test('a ledger that disagrees with the wire, and a cut that never came, are faults', () => {
  expect(survivalFaults(survivalOf(HELD, 11_000), true)).toEqual([
    'The connection was not cut: the turn was over before.',
    'The ledger says 11000, the wire carried 11598 bytes.',
  ])
  expect(survivalFaults(survivalOf(BROKEN, 14_400), true)).toEqual([])
})
