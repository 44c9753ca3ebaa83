import { type Status, statusOf } from '../../../shared/status'
import type { AssistantView } from '../../../shared/view'

/** How long it stays when nothing happens any more: somebody reads the last words, or why there is no answer. */
export const LINGER_MS = 800
export const LINGER_WRONG_MS = 4_000

const OPEN: ReadonlySet<Status> = new Set<Status>(['listening', 'open', 'switching'])

/** A turn runs, or the microphone is open. A connection that is down by itself is nothing that a person waits for. */
export const isHappening = (view: AssistantView): boolean => view.phase !== 'idle' || OPEN.has(statusOf(view))

/** There is something to read about what has just ended: it did not end well, or the hand was too quick. */
export const isWrong = (view: AssistantView): boolean => view.notice !== null || view.slip !== null || statusOf(view) === 'failed'

/** Shall it be on the screen now? */
export function isWanted(view: AssistantView, panelInFront: boolean): boolean {
  switch (view.settings.indicator) {
    case 'always':
      return true
    case 'while-talking':
      return !panelInFront && (view.tools.card !== null || isHappening(view))
    case 'off':
      return !panelInFront && view.tools.card !== null // nothing else would say so
  }
}
