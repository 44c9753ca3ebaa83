import type { Mark, Trace, WireLine } from '../../../scripts/demo/trace'

type Fields = Readonly<Record<string, unknown>>

export const mark = (at: number, name: string, fields: Fields = {}): Mark => ({ at, name, ...fields })
const line = (from: WireLine['from']) => (at: number, type: string, fields: Fields = {}): WireLine => ({ at, from, event: { type, ...fields } })
export const client = line('client')
export const server = line('server')
export const append = (at: number, samples: number): WireLine => client(at, 'input_audio_buffer.append', { bytes: samples * 2 })
export const delta = (at: number, item: string, samples: number): WireLine => server(at, 'response.output_audio.delta', { item_id: item, bytes: samples * 2 })

/** One turn with the key held: 4,800 samples said, 4,800 answered. */
export const HELD: Trace = {
  marks: [
    mark(90, 'connection', { state: 'ready' }),
    mark(100, 'press', { turn: 'turn_1' }),
    mark(130.25, 'captureReady', { turn: 'turn_1' }),
    mark(140.04, 'firstFrame', { turn: 'turn_1' }),
    mark(400, 'release'),
    mark(560, 'captureClosed', { turn: 'turn_1', samples: 4_800 }),
    mark(561, 'commit', { turn: 'turn_1', samples: 4_800 }),
    mark(690, 'named', { item: 'own_2', wire: 'item_2' }),
    mark(710, 'playbackStarted', { item: 'own_2' }),
    mark(910, 'playbackDrained', { item: 'own_2', heardSamples: 4_800, underruns: 1 }),
    mark(911, 'phase', { phase: 'idle', turn: null }),
  ],
  wire: [
    append(50, 999),
    client(100, 'input_audio_buffer.clear'),
    append(140, 2_400),
    append(500, 2_400),
    client(561, 'input_audio_buffer.commit'),
    delta(700, 'item_2', 2_400),
    delta(720, 'item_2', 2_400),
  ],
}

/** Hands-free: something said, the answer interrupted, and its answer heard. */
export const OPEN: Trace = {
  marks: [
    mark(100, 'mode', { mode: 'hands-free', open: true }),
    mark(900, 'playbackStarted', { item: 'item_2' }),
    mark(1_210, 'cut', { item: 'item_2', heardSamples: 7_200, receivedSamples: 24_000, audioEndMs: 300 }),
    mark(1_211.5, 'playbackStopped', { renderedAfterStop: 0 }),
    mark(2_000, 'playbackStarted', { item: 'item_4' }),
    mark(3_000, 'playbackDrained', { item: 'item_4', heardSamples: 24_000, underruns: 0 }),
    mark(3_500, 'mode', { mode: 'hands-free', open: false }),
    mark(3_510, 'captureClosed', { turn: 'segment_1', samples: 72_700 }),
  ],
  wire: [
    client(90, 'input_audio_buffer.clear'),
    append(200, 24_000),
    server(210, 'input_audio_buffer.speech_started', { audio_start_ms: 100 }),
    server(800, 'input_audio_buffer.speech_stopped', { audio_end_ms: 900 }),
    server(801, 'response.created'),
    delta(890, 'item_2', 24_000),
    server(895, 'response.done'),
    append(1_000, 48_000),
    server(1_200, 'input_audio_buffer.speech_started', { audio_start_ms: 1_200 }),
    server(1_800, 'input_audio_buffer.speech_stopped', { audio_end_ms: 2_500 }),
    server(1_801, 'response.created'),
    delta(1_990, 'item_4', 24_000),
    server(1_995, 'response.done'),
  ],
}

export const upTo = (trace: Trace, at: number): Trace => ({
  marks: trace.marks.filter((each) => each.at <= at),
  wire: trace.wire.filter((each) => each.at <= at),
})
