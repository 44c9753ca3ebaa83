import type { ResponseRun } from '../output/response-run'
import type { SessionContext } from './session-context'
import { idleTimeoutMs } from '../input/turn-detection'

const BYTES_PER_MS = 48

/**
 * Starts the idle clock after an answer: timeout counted from the end of its playback (docs/wire-facts.md, Voice activity), in
 * appended audio time. Without appended audio it stands still, like every other measure of the VAD.
 */
export const watchIdle = (context: SessionContext, run: ResponseRun): void => {
  const timeoutMs = idleTimeoutMs(context.config.audio.input.turn_detection)
  const fromByte = context.input.endByte
  const playedByte = Math.max(fromByte, (run.firstAudioAtByte ?? fromByte) + run.audioBytes)
  context.idle = timeoutMs === null || context.speech !== null ? null : { fromByte, untilByte: playedByte + timeoutMs * BYTES_PER_MS }
}

/** The audio range in bytes that passed in silence, once it is long enough; ends the watch. */
export const takeIdleRange = (context: SessionContext): { readonly fromByte: number; readonly toByte: number } | null => {
  const watch = context.idle
  if (watch === null || context.input.endByte < watch.untilByte) return null
  context.idle = null
  return { fromByte: watch.fromByte, toByte: context.input.endByte }
}
