import { conversationId, type DraftId, draftId, itemId } from '../../shared/ids'
import { ok, type Result } from '../../shared/result'
import type { AppError } from '../../shared/errors/errors'
import type { Settings, SettingsPatch } from '../../shared/settings'
import type { HistoryStore } from './core/ports'
import type { HistoryActions } from './history-actions'
import type { HistoryJobs } from './history-jobs'
import type { IpcDoor } from '../app/ipc-door'

export interface HistoryRouteParts {
  readonly store: HistoryStore
  readonly actions: HistoryActions
  readonly jobs: HistoryJobs
  readonly updateSettings: (patch: SettingsPatch) => Result<Settings, AppError>
  readonly showPanel: () => void
  readonly draftRemoved: (draft: DraftId) => void
}

/** Which message of the history page calls what. Ids are strings on the way; here they get their names back. */
export function historyRoutes(door: IpcDoor, { store, actions, jobs, updateSettings, showPanel, draftRemoved }: HistoryRouteParts): void {
  const ids = (values: readonly string[]) => values.map(conversationId)
  door.handle('history:overview', () => actions.overview())
  door.handle('history:list', (after, limit) => store.list(after === null ? null : { ...after, id: conversationId(after.id) }, limit))
  door.handle('history:summary', (id) => store.summary(conversationId(id)))
  door.handle('history:items', (id, before, limit) => store.items(conversationId(id), before, limit, 'shown'))
  door.handle('history:item-text', (id, item, from) => store.itemText(conversationId(id), itemId(item), from))
  door.handle('history:search', (text, limit) => store.search(text, limit))
  door.handle('history:rename', async (id, title) => actions.announced(await store.rename(conversationId(id), title), { conversation: null, what: 'list' }))
  door.handle('history:pin', async (id, pinned) => actions.announced(await store.pin(conversationId(id), pinned), { conversation: null, what: 'list' }))
  door.handle('history:remove', (values) => actions.remove(ids(values)))
  door.handle('history:restore', async (values) => actions.announced(await store.restore(ids(values)), { conversation: null, what: 'list' }))
  door.handle('history:remove-item', (id, item) => actions.removeOldItem(conversationId(id), itemId(item)))
  door.handle('history:restore-item', (id, item) => actions.restoreItem(conversationId(id), itemId(item)))
  door.handle('history:purge', () => actions.undoOver())
  door.handle('history:continue', async (id) => {
    const continued = await actions.continueConversation(conversationId(id))
    if (continued.ok) showPanel()
    return continued
  })
  door.handle('history:drafts', () => store.drafts())
  door.handle('history:send-draft', (draft) => actions.sendDraft(draftId(draft)))
  door.handle('history:remove-draft', async (draft) => {
    const removed = actions.announced(await store.removeDraft(draftId(draft)), { conversation: null, what: 'drafts' })
    if (removed.ok) draftRemoved(draftId(draft))
    return removed
  })
  door.handle('history:play', (what) =>
    actions.play(what.kind === 'draft' ? { kind: 'draft', draft: draftId(what.draft) } : { kind: 'item', conversation: conversationId(what.conversation), item: itemId(what.item) }))
  door.handle('history:stop-playing', () => {
    actions.stopPlaying()
    return ok(null)
  })
  door.handle('history:ledger', (before, limit, own) => store.ledger(before, limit, own))
  door.handle('history:export-ledger', () => actions.exportLedger())
  door.handle('history:export', (format, conversations) => jobs.export(format, conversations === null ? null : ids(conversations)))
  door.handle('history:import', () => jobs.import())
  door.handle('history:cancel-job', () => {
    jobs.cancel()
    return ok(null)
  })
  door.handle('history:keep', (patch) => updateSettings(patch))
  door.handle('history:remove-everything', () => actions.removeEverything())
}
