import type { AppError } from '../../../../../shared/errors/errors'
import { errorWords } from '../../../../../shared/errors/error-words'
import { say } from '../../../../../shared/words/say'
import { Button } from '../controls/button'
import './splash.css'

/** Before the first view: normally too short to see. */
export function Loading() {
  return (
    <main className="splash" role="status" data-testid="loading">
      <p>{say('common.starting')}</p>
    </main>
  )
}

export function LoadFailed({ error, retry }: { readonly error: AppError; readonly retry: () => void }) {
  return (
    <main className="splash" role="alert" data-testid="load-failed">
      <p>{errorWords(error.tag)}</p>
      <Button look="main" onClick={retry}>{say('common.try-again')}</Button>
    </main>
  )
}
