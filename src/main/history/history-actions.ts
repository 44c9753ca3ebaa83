import { appError, type AppError } from '../../shared/errors/errors'
import type { ConversationId, DraftId, ItemId } from '../../shared/ids'
import type { RemovedEverything } from '../../shared/history'
import { HERE, placeOf } from '../../shared/providers/servers'
import { removalPreview } from '../../shared/text/removal-words'
import type { HistoryChange, HistoryOverview } from '../../shared/ipc/history'
import type { Playable } from '../../shared/ipc/apis/history-api'
import { err, ok, type Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import { restoredImages } from '../talk/core/conversation/restored-images'
import type { Confirm } from '../app/confirm-port'
import type { HistoryStore, ItemWrite } from './core/ports'
import type { CurrentConversation } from './current-conversation'
import type { FileChooser } from '../app/feature-files'
import type { Removed } from './removed'
import type { Clips } from '../talk/extension'
import type { ConversationImages } from './core/images'
import { say } from '../../shared/words/say'

/** How much of an old conversation comes back to the panel; the model is told even less (talk/core/conversation/context-restore). */
const CONTINUED_ITEMS = 500

export interface HistoryActionsParts {
  readonly store: HistoryStore
  readonly removed: Removed
  readonly current: CurrentConversation
  readonly clips: Clips
  readonly images: Pick<ConversationImages, 'fetch'>
  readonly files: FileChooser
  readonly settings: () => Settings
  readonly endpointName: () => string
  readonly folder: string
  readonly today: () => string
  /** What the recorder holds is written first. */
  readonly flush: () => Promise<void>
  readonly openConversation: (items: readonly ItemWrite[], begin: () => void) => void
  readonly newConversation: () => void
  /** It is deleted with an undo, so the recorder must not do it for good. */
  readonly removeFromConversation: (item: ItemId) => void
  readonly putBackInConversation: (item: ItemId) => void
  readonly sendSpeech: (pcm: Int16Array, draft: DraftId) => void
  readonly handsFree: () => boolean
  readonly changed: (change: HistoryChange) => void
  readonly confirm: Confirm
  /** Also what others keep, there or elsewhere. */
  readonly everythingRemoved: () => Promise<Result<unknown, AppError>>
}

type Answer<T> = Promise<Result<T, AppError>>

const GONE = err(appError('history', 'it is not there any more'))

/** What the history page asks for, where more is meant than a look into the store. */
export class HistoryActions {
  constructor(private readonly parts: HistoryActionsParts) {}

  async overview(): Answer<HistoryOverview> {
    const { store, current, settings } = this.parts
    const [stats, ledger] = await Promise.all([store.stats(), store.ledgerTotals()])
    if (!stats.ok) return stats
    if (!ledger.ok) return ledger
    const { keeping, keepAudio, audioLimitMb, historyListPx } = settings()
    return ok({
      stats: stats.value,
      ledger: ledger.value,
      current: current.id,
      endpointName: this.parts.endpointName(),
      keeping: { keeping, keepAudio, audioLimitMb },
      listPx: historyListPx,
      folder: this.parts.folder,
    })
  }

  /** The conversation goes on where it was, in the panel. */
  async continueConversation(id: ConversationId): Answer<null> {
    const { current } = this.parts
    return current.id === id ? ok(null) : current.whileOpening(id, () => this.open(id))
  }

  private async open(id: ConversationId): Answer<null> {
    const { store, current } = this.parts
    await this.parts.flush()
    const [summary, page] = await Promise.all([store.summary(id), store.items(id, null, CONTINUED_ITEMS)])
    if (!summary.ok) return summary
    if (!page.ok) return page
    if (summary.value === null) return GONE
    const found = summary.value
    const shelve = await this.parts.images.fetch(restoredImages(page.value.rows.map(({ item }) => item)))
    this.parts.openConversation(page.value.rows, () => {
      current.goOn(found, page.value.rows)
      shelve()
    })
    return ok(null)
  }

  async remove(conversations: readonly ConversationId[]): Answer<null> {
    const current = this.parts.current.id
    this.parts.removed.offered('history')
    await this.parts.flush()
    const removed = await this.parts.store.remove(conversations)
    if (removed.ok && current !== null && conversations.includes(current)) this.parts.newConversation()
    return this.announced(removed, { conversation: null, what: 'list' })
  }

  /** Out of the running conversation, too: neither the panel nor the server knows it any longer. */
  async removeItem(conversation: ConversationId, item: ItemId): Answer<null> {
    const removed = await this.parts.store.removeItem(conversation, item)
    if (removed.ok && this.parts.current.id === conversation) this.parts.removeFromConversation(item)
    return this.announced(removed, { conversation, what: 'items' })
  }

  /** From the history page, which offers to undo it. */
  removeOldItem(conversation: ConversationId, item: ItemId): Answer<null> {
    this.parts.removed.offered('history')
    return this.removeItem(conversation, item)
  }

  async restoreItem(conversation: ConversationId, item: ItemId): Answer<null> {
    const restored = await this.parts.store.restoreItem(conversation, item)
    if (restored.ok && this.parts.current.id === conversation) this.parts.putBackInConversation(item)
    return this.announced(restored, { conversation, what: 'items' })
  }

  async play(what: Playable): Answer<null> {
    const { store, clips } = this.parts
    const sound = what.kind === 'draft' ? await store.draftAudio(what.draft) : await store.audio(what.conversation, what.item)
    if (!sound.ok) return sound
    if (sound.value === null) return GONE
    clips.play(what.kind === 'draft' ? what.draft : what.item, sound.value)
    return ok(null)
  }

  stopPlaying(): void {
    this.parts.clips.stop()
  }

  async sendDraft(draft: DraftId): Answer<null> {
    if (this.parts.handsFree()) return err(appError('hands-free-draft'))
    const sound = await this.parts.store.draftAudio(draft)
    if (!sound.ok) return sound
    if (sound.value === null) return GONE
    const place = placeOf(this.parts.settings().endpoint)
    if (!(await this.mayGo(draft, place))) return err(appError('not-confirmed'))
    // A question stands for as long as it likes, and the answer is about the server that it named.
    if (placeOf(this.parts.settings().endpoint) !== place) return err(appError('not-confirmed'))
    if (this.parts.handsFree()) return err(appError('hands-free-draft'))
    this.parts.clips.stop()
    this.parts.sendSpeech(sound.value, draft)
    return ok(null)
  }

  /** What was said to one server goes to another only if the person says so to main. */
  private async mayGo(draft: DraftId, place: string): Promise<boolean> {
    const drafts = await this.parts.store.drafts()
    const saidTo = drafts.ok ? drafts.value.find(({ id }) => id === draft)?.saidTo : null
    if (place === HERE || place === saidTo) return true
    const goes = say('dialogs.send-draft-text', { address: place })
    const text = saidTo === null || saidTo === undefined ? goes : say('common.two-sentences', { first: goes, second: say('dialogs.send-draft-before', { place: saidTo === HERE ? say('dialogs.send-draft-here') : saidTo }) })
    return this.parts.confirm({ title: say('dialogs.send-draft', { host: new URL(place).host }), text, yes: say('dialogs.send-draft-yes') })
  }

  /** Null: the person said no. Asked by main, since a page that was taken over must not be able to do it. */
  async removeEverything(): Answer<RemovedEverything | null> {
    const [stats, ledger] = await Promise.all([this.parts.store.stats(), this.parts.store.ledgerTotals()])
    if (!stats.ok) return stats
    if (!ledger.ok) return ledger
    const text = say('dialogs.delete-everything-text', { what: removalPreview(stats.value, ledger.value) })
    if (!(await this.parts.confirm({ title: say('dialogs.delete-everything'), text, yes: say('dialogs.delete-everything-yes') }))) return ok(null)
    await this.parts.flush()
    this.parts.newConversation()
    const removed = await this.parts.store.removeEverything()
    const others = removed.ok ? await this.parts.everythingRemoved() : removed
    this.parts.changed({ conversation: null, what: 'all' })
    return others.ok ? removed : others
  }

  /** The page is gone, and with it every "Undo". */
  closed(): void {
    this.parts.clips.stop()
    void this.undoOver()
  }

  /** The page offers no "Undo" any more. */
  undoOver(): Answer<null> {
    return this.parts.removed.over('history')
  }

  async exportLedger(): Answer<{ readonly path: string; readonly segments: number } | null> {
    const path = await this.parts.files.saveAs(say('dialogs.ledger-file', { day: this.parts.today() }), { title: say('dialogs.export-ledger'), extension: 'csv' })
    if (path === null) return ok(null)
    const written = await this.parts.store.exportLedger(path)
    return written.ok ? ok({ path, segments: written.value }) : written
  }

  /** A change that other places show. */
  announced<T>(result: Result<T, AppError>, change: HistoryChange): Result<T, AppError> {
    if (result.ok) this.parts.changed(change)
    return result
  }
}
