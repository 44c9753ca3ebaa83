import { z } from 'zod'
import type { Logger } from '../../platform/ports'
import type { DuckingPort } from '../core/ports'
import { type Ducked, type DuckedFile, duckedFile } from './ducked-file'
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

export interface DuckingParts {
  readonly platform: string
  /** Where the volumes of others are kept while they are not their own: a crash must not leave a machine quiet. */
  readonly file: string
  /** Our own processes, the one that plays among them. */
  readonly ourPids: () => readonly number[]
  readonly logger: Logger
}

/** Lowers what other programs play, by the sound server's own volume for each of their streams (PulseAudio, PipeWire). */
export function pulseDucking(parts: DuckingParts): DuckingPort {
  const kept = duckedFile(parts.file)
  return {
    possible: async () => parts.platform === 'linux' && (await streams()) !== null,
    lower: async () => {
      await giveBack(kept)
      await quieten(parts, kept, (await streams()) ?? [])
    },
    lowerToo: async (index) => quieten(parts, kept, ((await streams()) ?? []).filter((stream) => stream.index === index)),
    restore: () => giveBack(kept),
  }
}

const volumesOf = ({ volume }: Stream): readonly number[] => Object.values(volume).map(({ value }) => value)

/** What PulseAudio itself remembers a program's volume by. */
const programOf = ({ properties }: Stream): string => String(properties['application.id'] ?? properties['application.name'] ?? properties['media.name'] ?? '')

const asDucked = (stream: Stream): Ducked => {
  const had = [...volumesOf(stream)]
  return { index: stream.index, program: programOf(stream), had, set: had.map((value) => Math.round(value * SHARE)) }
}

const isSame = (stream: Stream, { index, program }: Ducked): boolean => stream.index === index && programOf(stream) === program

/** False: the server refused, or did not answer in time. */
const setVolume = async (index: number, volumes: readonly number[]): Promise<boolean> =>
  (await pactl(['set-sink-input-volume', String(index), ...volumes.map(String)])) !== null

/** Those of others that are not quiet already. What cannot be written down first could not be given back: it keeps its volume. */
async function quieten({ ourPids, logger }: DuckingParts, kept: DuckedFile, among: readonly Stream[]): Promise<void> {
  const owed = kept.read()
  const fresh = among.filter((stream) => isForeign(stream, ourPids()) && !owed.some((each) => isSame(stream, each)))
  const ducked = fresh.map((stream) => bornQuiet(stream, owed) ?? asDucked(stream))
  if (ducked.length === 0) return
  if (!kept.write([...owed, ...ducked])) return logger.warn('others not ducked', { why: 'their volumes cannot be written down' })
  await Promise.all(ducked.map(({ index, set }) => setVolume(index, set)))
  logger.debug('others ducked', { count: ducked.length })
}

const isEqual = (some: readonly number[], others: readonly number[]): boolean => JSON.stringify(some) === JSON.stringify(others)

const isAsSet = (stream: Stream, { set }: Ducked): boolean => isEqual(volumesOf(stream), set)

/** It has come back as quiet as it left. */
const isLikely = (stream: Stream, owed: Ducked): boolean => programOf(stream) === owed.program && isAsSet(stream, owed)

/** The server remembers what a program had last, which is what we had set: its next stream has that from the start. */
function bornQuiet(stream: Stream, owed: readonly Ducked[]): Ducked | null {
  const before = owed.find((each) => isLikely(stream, each))
  return before === undefined ? null : { ...before, index: stream.index }
}

/** Streams of the sound server itself (a loopback, an equaliser) have no process: they carry somebody else's sound. */
function isForeign({ properties }: Stream, ours: readonly number[]): boolean {
  const pid = Number(properties['application.process.id'])
  return Number.isInteger(pid) && pid > 0 && !ours.includes(pid)
}

/** Each stream gets its volume back, unless somebody else has changed it since. One that is gone stays owed: its program comes back quiet. */
async function giveBack(kept: DuckedFile): Promise<void> {
  const owed = kept.read()
  if (owed.length === 0) return
  const now = await streams()
  if (now === null) return // no sound server: another time
  const found = findAll(owed, now)
  const given = await Promise.all([...found].map(async ([each, stream]) => ({ each, done: !isAsSet(stream, each) || (await setVolume(stream.index, each.had)) })))
  const settled = given.filter(({ done }) => done).map(({ each }) => each)
  // With one stream of a program, what the server remembers of the program is right again as well; what it refused stays owed.
  const isSettled = (one: Ducked) => settled.includes(one) || (!found.has(one) && settled.some(({ program, set }) => program === one.program && isEqual(set, one.set)))
  kept.write(owed.filter((one) => !isSettled(one)).slice(-MOST_OWED))
}

/** The same stream; else a new one of its program. */
function findAll(owed: readonly Ducked[], among: readonly Stream[]): ReadonlyMap<Ducked, Stream> {
  const found = new Map<Ducked, Stream>()
  const taken = new Set<Stream>()
  for (const fits of [isSame, isLikely]) {
    for (const each of owed) {
      const stream = found.has(each) ? undefined : among.find((one) => !taken.has(one) && fits(one, each))
      if (stream === undefined) continue
      found.set(each, stream)
      taken.add(stream)
    }
  }
  return found
}

async function streams(): Promise<readonly Stream[] | null> {
  const read = z.array(StreamSchema).safeParse(await pactlJson(['list', 'sink-inputs']))
  return read.success ? read.data : null
}
