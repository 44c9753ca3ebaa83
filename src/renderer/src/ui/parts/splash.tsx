import type { AppError } from '../../../../shared/errors'
import { errorWords } from '../../../../shared/error-words'
import { Button } from './button'
import './splash.css'

/** Before the first view: normally too short to see. */
export function Loading() {
  return (
    <main className="splash" role="status" data-testid="loading">
      <p>Starting Parley…</p>
    </main>
  )
}

export function LoadFailed({ error, retry }: { readonly error: AppError; readonly retry: () => void }) {
  return (
    <main className="splash" role="alert" data-testid="load-failed">
      <p>{errorWords(error.tag)}</p>
      <Button look="main" onClick={retry}>Try again</Button>
    </main>
  )
}
