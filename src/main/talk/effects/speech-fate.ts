import type { AppError } from '../../../shared/errors/errors'
import type { Kept } from '../input/speech-drafts'

/** What became of the speech of a turn that came to nothing: the sentence for the person says it, too. */
export class SpeechFate {
  private kept: Kept = 'nothing'

  is(kept: Kept): void {
    this.kept = kept
  }

  /** The next turn has none yet. */
  forget(): void {
    this.kept = 'nothing'
  }

  /** Told once. */
  tell(error: AppError): AppError {
    const { kept } = this
    this.forget()
    return withFate(error, kept)
  }
}

function withFate(error: AppError, kept: Kept): AppError {
  if (kept === 'private') return { ...error, tag: 'undelivered-private' }
  if (kept === 'nothing' && error.tag === 'undelivered') return { tag: 'network' } // typed, or but a breath
  return kept === 'kept' ? { ...error, kept: true } : error
}
