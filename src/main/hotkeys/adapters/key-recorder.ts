import { appError, type AppError } from '../../../shared/errors/errors'
import { err, ok, type Result } from '../../../shared/result'
import { endOf, NOTHING_HELD, record, type RecordingEnd, type WhichKey } from '../core/recording'
import type { KeyEvent } from '../core/keys'
import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'
import type { KeyHook } from './uiohook-hotkeys'

/** How long the recorder waits for a key. */
const RECORD_TIMEOUT_MS = 10_000

export interface KeyRecording {
  readonly recorded: Promise<Result<string, AppError>>
  /** Nobody waits for it any more. */
  readonly leave: () => void
}

/** The next key or chord, once all of it is up again. `held`: the keys down now, told at every change. Escape gives up. */
export function recordKey(hook: Pick<KeyHook, 'listen'>, which: WhichKey, held: (codes: readonly string[]) => void, timers: Timers): KeyRecording {
  let leave = (): void => undefined
  const recorded = new Promise<Result<string, AppError>>((resolve) => {
    let recording = NOTHING_HELD
    let unlisten = (): void => undefined
    const tooLong = new Deadline(timers, () => finish(endOf(recording, which)))
    function finish(end: RecordingEnd | null): void {
      tooLong.stop()
      unlisten()
      held([])
      resolve(answerOf(end))
    }
    tooLong.start(RECORD_TIMEOUT_MS)
    const listen = (event: KeyEvent) => {
      const next = record(recording, which, event)
      if (next.recording !== recording) held(next.recording.held)
      recording = next.recording
      if (next.end !== null) finish(next.end)
    }
    unlisten = hook.listen(listen)
    leave = () => finish(null)
  })
  return { recorded, leave }
}

function answerOf(end: RecordingEnd | null): Result<string, AppError> {
  if (end?.is === 'key') return ok(end.text)
  return err(end?.is === 'too-many' ? appError('key-modifiers') : appError('timeout', 'no key came'))
}
