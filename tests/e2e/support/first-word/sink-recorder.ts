import { startPart } from '../../../../scripts/rig/part'
import { SAMPLE_RATE_HZ } from '../../../../src/shared/audio/audio-format'
import { until } from '../app/until'
import type { Rig } from '../sound/rig'

interface Chunk {
  readonly at: number
  readonly end: number
}

export interface Recorded {
  readonly pcm: Buffer
  readonly startMs: number
  /** Nothing was left out while it was recorded: all of it is where it is said to be. */
  readonly steady: boolean
}

/** What the microphone was given, and when, by the clock of the machine. */
export interface SinkRecorder {
  /** The samples between two moments, and when the first of them was there. */
  between(fromMs: number, toMs: number): Recorded
  stop(): Promise<void>
}

/** CLOCK_MONOTONIC, in ms: the clock X stamps its events with, too. */
export const machineMs = (): number => Number(process.hrtime.bigint()) / 1e6

/** A delay of ours makes a sample late, and nothing makes it early: the earliest arrival nearby tells when a sample was there. */
const NEARBY_MS = 1_500
/** A busy machine may leave out a piece of the recording; then what follows is that much off. */
const STEADY_MS = 5

export async function recordSink(rig: Rig): Promise<SinkRecorder> {
  const part = startPart('parec', ['--device=micsink.monitor', '--latency-msec=5', '--format=s16le', `--rate=${String(SAMPLE_RATE_HZ)}`, '--channels=1', '--raw'], rig.env, ['ignore', 'pipe', 'ignore'])
  const pieces: Buffer[] = []
  const chunks: Chunk[] = []
  let bytes = 0
  part.child.stdout?.on('data', (piece: Buffer) => {
    pieces.push(piece)
    bytes += piece.length
    chunks.push({ at: machineMs(), end: bytes / 2 })
  })
  await until('a recording', () => Promise.resolve(chunks.length > 20))
  const msOf = (samples: number) => (samples * 1_000) / SAMPLE_RATE_HZ
  const zeroIn = (fromMs: number, toMs: number) => Math.min(...chunks.filter(({ at }) => at > fromMs && at < toMs).map(({ at, end }) => at - msOf(end)))
  return {
    between: (fromMs, toMs) => {
      const middle = (fromMs + toMs) / 2
      const [before, behind] = [zeroIn(middle - NEARBY_MS, middle), zeroIn(middle, middle + NEARBY_MS)]
      const zero = Math.min(before, behind)
      const [from, to] = [fromMs, toMs].map((ms) => Math.max(0, Math.round(((ms - zero) * SAMPLE_RATE_HZ) / 1_000)))
      return { pcm: Buffer.concat(pieces).subarray((from ?? 0) * 2, (to ?? 0) * 2), startMs: zero + msOf(from ?? 0), steady: Math.abs(before - behind) < STEADY_MS }
    },
    stop: () => part.stop('SIGINT'),
  }
}
