import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { Logger, OtherSound } from '../core/ports'
import { pactl, pactlJson } from './pactl'

/** Of PulseAudio's scale, which is cubic: about -18 dB. Still there, but nobody speaks against it. */
const SHARE = 0.5
/** Programs that left while they were quiet; each is put right when it plays again. */
const MOST_OWED = 64

const StreamSchema = z.object({
  index: z.number().int(),
  volume: z.record(z.string(), z.object({ value: z.number().int() })),
  properties: z.record(z.string(), z.unknown()),
})
type Stream = z.infer<typeof StreamSchema>

/** A stream we have made quieter: what it had, and what we set. Kept in a file until it has its volume back. */
const LoweredSchema = z.object({ index: z.number().int(), program: z.string(), had: z.array(z.number().int()), set: z.array(z.number().int()) })
type Lowered = z.infer<typeof LoweredSchema>

export interface DuckingParts {
  readonly platform: string
  /** Where the volumes of others are kept while they are not their own: a crash must not leave a machine quiet. */
  readonly file: string
  /** Our own processes, the one that plays among them. */
  readonly ourPids: () => readonly number[]
  readonly logger: Logger
}

/** Lowers what other programs play, by the sound server's own volume for each of their streams (PulseAudio, PipeWire). */
export function pulseDucking(parts: DuckingParts): OtherSound {
  const kept = keptIn(parts.file)
  return {
    possible: async () => parts.platform === 'linux' && (await streams()) !== null,
    lower: async () => {
      await giveBack(kept)
      const others = ((await streams()) ?? []).filter((stream) => isForeign(stream, parts.ourPids()))
      const lowered = others.map(asLowered)
      if (lowered.length === 0) return
      kept.write([...kept.read(), ...lowered]) // first: what is not written down could not be given back
      await Promise.all(lowered.map(({ index, set }) => setVolume(index, set)))
      parts.logger.debug('others lowered', { count: lowered.length })
    },
    restore: () => giveBack(kept),
  }
}

/** Streams of the sound server itself (a loopback, an equaliser) have no process: they carry somebody else's sound. */
function isForeign({ properties }: Stream, ours: readonly number[]): boolean {
  const pid = Number(properties['application.process.id'])
  return Number.isInteger(pid) && pid > 0 && !ours.includes(pid)
}

const volumesOf = ({ volume }: Stream): readonly number[] => Object.values(volume).map(({ value }) => value)

/** What PulseAudio itself remembers a program's volume by. */
const programOf = ({ properties }: Stream): string => String(properties['application.id'] ?? properties['application.name'] ?? properties['media.name'] ?? '')

const asLowered = (stream: Stream): Lowered => {
  const had = [...volumesOf(stream)]
  return { index: stream.index, program: programOf(stream), had, set: had.map((value) => Math.round(value * SHARE)) }
}

/** Each stream gets its volume back, unless somebody else has changed it since. One that is gone stays owed: its program comes back quiet. */
async function giveBack(kept: Kept): Promise<void> {
  const owed = kept.read()
  if (owed.length === 0) return
  const now = await streams()
  if (now === null) return // no sound server: another time
  const taken = new Set<number>()
  const left: Lowered[] = []
  for (const each of owed) {
    const stream = find(each, now.filter(({ index }) => !taken.has(index)))
    if (stream === null) left.push(each)
    else taken.add(stream.index)
    if (stream !== null && isAsSet(stream, each)) await setVolume(stream.index, each.had)
  }
  kept.write(left.slice(-MOST_OWED))
}

/** The same stream; else a new one of its program that has come back with the volume we had set. */
function find(owed: Lowered, among: readonly Stream[]): Stream | null {
  const mine = among.filter((stream) => programOf(stream) === owed.program)
  return mine.find(({ index }) => index === owed.index) ?? mine.find((stream) => isAsSet(stream, owed)) ?? null
}

const isAsSet = (stream: Stream, { set }: Lowered): boolean => JSON.stringify(volumesOf(stream)) === JSON.stringify(set)

async function streams(): Promise<readonly Stream[] | null> {
  const read = z.array(StreamSchema).safeParse(await pactlJson(['list', 'sink-inputs']))
  return read.success ? read.data : null
}

const setVolume = (index: number, volumes: readonly number[]): Promise<unknown> => pactl(['set-sink-input-volume', String(index), ...volumes.map(String)])

interface Kept {
  read(): readonly Lowered[]
  write(lowered: readonly Lowered[]): void
}

/** A file that is missing or cannot be read owes nothing. */
function keptIn(file: string): Kept {
  return {
    read: () => {
      try {
        const read = z.array(LoweredSchema).safeParse(JSON.parse(readFileSync(file, 'utf8')))
        return read.success ? read.data : []
      } catch {
        return []
      }
    },
    write: (lowered) => (lowered.length === 0 ? rmSync(file, { force: true }) : writeFileSync(file, JSON.stringify(lowered))),
  }
}
