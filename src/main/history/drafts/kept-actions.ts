import { appError, type AppError } from '../../../shared/errors/errors'
import type { DraftId } from '../../../shared/ids'
import { err, type Result } from '../../../shared/result'
import type { HistoryActions } from '../history-actions'
import type { Drafts } from './drafts'

export interface KeptActions {
  play(draft: DraftId): Promise<Result<null, AppError>>
  send(draft: DraftId): Promise<Result<null, AppError>>
}

/** What the panel does with the speech it shows as kept. It reaches no other draft: the history is not its page. */
export function keptActions(drafts: Pick<Drafts, 'here'>, actions: Pick<HistoryActions, 'play' | 'sendDraft'>): KeptActions {
  const shown = (id: DraftId) => drafts.here.some(({ draft }) => draft === id)
  const gone = () => Promise.resolve(err(appError('item-gone')))
  return {
    play: (draft) => (shown(draft) ? actions.play({ kind: 'draft', draft }) : gone()),
    send: (draft) => (shown(draft) ? actions.sendDraft(draft) : gone()),
  }
}
