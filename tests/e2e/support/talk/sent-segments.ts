import { sentBytes, sentSamples } from '../../../../scripts/demo/verdict/sent-speech'
import { sentAudio } from '../app/practice-app'
import { samplesToMs } from '../../../../src/shared/audio/audio-format'
import type { App } from '../app/app'
import type { Mark, WireLine } from '../app/trace'
import { until } from '../app/until'

/** Samples that went to one server for one turn, in one go. */
export interface SentSegment {
  readonly turn: string
  readonly at: number
  readonly pcm: Buffer
  readonly committed: boolean
}

const BREAKS: ReadonlySet<string> = new Set(['input_audio_buffer.clear', 'input_audio_buffer.commit', 'session.created'])

const isCommit = ({ event }: WireLine): boolean => event.type === 'input_audio_buffer.commit'

const turnAt = (presses: readonly Mark[], at: number): string => String(presses.findLast((press) => press.at <= at)?.['turn'])

/** Everything that left the app as microphone sound, by turn: a turn that was sent again has several segments. */
export function sentSegments(app: App): readonly SentSegment[] {
  const presses = app.trace.marks('press')
  const pcm = sentAudio(app)
  const segments: SentSegment[] = []
  let [from, to, at] = [0, 0, 0]
  for (const line of app.trace.wire()) {
    if (line.event.type === 'input_audio_buffer.append') {
      if (to === from) at = line.at
      to += Number(line.event['bytes'])
    } else if (BREAKS.has(line.event.type)) {
      if (to > from) segments.push({ turn: turnAt(presses, at), at, pcm: pcm.subarray(from, to), committed: isCommit(line) })
      from = to
    }
  }
  if (to > from) segments.push({ turn: turnAt(presses, at), at, pcm: pcm.subarray(from, to), committed: false })
  return segments
}

export const wireBytes = ({ trace }: App): number => sentBytes(trace.wire())

/** Samples of the microphone that have left since. */
export const sentSince = ({ trace }: Pick<App, 'trace'>, since: number): number =>
  sentSamples(trace.wire('input_audio_buffer.append').filter(({ at }) => at > since))

/** So much microphone sound has left since: what was said is as long, however long it took. */
export const untilSent = (app: App, ms: number, since: number): Promise<void> =>
  until(`${String(ms)} ms of sound on the wire`, () => Promise.resolve(samplesToMs(sentSince(app, since)) > ms))
