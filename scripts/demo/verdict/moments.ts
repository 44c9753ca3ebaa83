import { answersIn, ownId } from './answers'
import type { Mark, Trace } from '../trace'

/** The first mark of that name after `since` whose fields fit. */
export const firstMark = (trace: Trace, name: string, since: number, fields: Readonly<Record<string, unknown>> = {}): Mark | undefined =>
  trace.marks.find((mark) => mark.name === name && mark.at > since && Object.entries(fields).every(([field, value]) => mark[field] === value))

/** When the trace last had something to tell: what happens from now on is later. */
export const nowIn = (trace: Trace): number => trace.marks.at(-1)?.at ?? 0

/** Server events of one type after `since`. */
export const serverEvents = ({ wire }: Trace, type: string, since = 0) =>
  wire.filter((line) => line.from === 'server' && line.event.type === type && line.at > since)

/**
 * Hands-free has no phase that says "over": nobody speaks, every response is done, and the answer to what was said last has
 * been played to its end.
 */
export function isAnswered(trace: Trace): boolean {
  const onset = serverEvents(trace, 'input_audio_buffer.speech_started').at(-1)?.at
  if (onset === undefined || serverEvents(trace, 'input_audio_buffer.speech_stopped', onset).length === 0) return false
  const answer = answersIn(trace.wire).find(({ at }) => at > onset)
  const isDone = serverEvents(trace, 'response.created').length <= serverEvents(trace, 'response.done').length
  return isDone && answer !== undefined && firstMark(trace, 'playbackDrained', onset, { item: ownId(trace, answer.item) }) !== undefined
}
