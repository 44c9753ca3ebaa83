import { isOwnHost } from '../../src/shared/providers/loopback'
import type { ConversationHead, Expired, HistoryJob, HistoryOpened, HistoryStore, ItemWrite } from '../../src/main/history/core/ports'
import type { ConversationSummary, Draft, JobOutcome, LedgerEntry, Page, ResponseUsage, SearchHit } from '../../src/shared/history'
import type { ConversationId, DraftId, ImageId, ItemId } from '../../src/shared/ids'
import type { ImageFile } from '../../src/shared/images/images'
import { each, itemsOf, newTalk, oldTalks, summaryOf, type Talk } from './fake-talk'
import { textPart } from '../../src/main/talk/core/conversation/shown-part'
import type { TextPart } from '../../src/shared/conversation'
import { FakeActionStore } from './fake-action-store'
import { type Answer, Refused } from './scripted-answers'

const NOTHING_DONE: JobOutcome = { cancelled: false, conversations: 0, items: 0, skipped: 0 }

/**
 * A history in memory. It throws on what no caller may do: items that still grow, two items in one place, calls before `open`
 * or after `close`.
 */
export class FakeHistoryStore extends FakeActionStore implements HistoryStore {
  readonly talks = new Map<ConversationId, Talk>()
  readonly usages: ResponseUsage[] = []
  /** Conversations and items that went for good: no save brings them back. */
  readonly gone = new Set<ConversationId | ItemId>()
  readonly segments = new Map<string, LedgerEntry>()
  readonly sounds = new Map<ItemId, Int16Array>()
  readonly pictures = new Map<ImageId, ImageFile>()
  setAside: string | null = null
  private readonly speech = new Map<DraftId, { draft: Draft; pcm: Int16Array }>()

  /** The items that a new start would find, in order. */
  stored(conversation: ConversationId): readonly ItemWrite[] {
    const talk = this.talks.get(conversation)
    return talk === undefined ? [] : itemsOf(talk)
  }

  open(): Answer<HistoryOpened> {
    this.begin()
    return this.answer(() => ({ setAside: this.setAside }))
  }

  saveItems(head: ConversationHead, items: readonly ItemWrite[]): Answer<null> {
    if (items.some(({ item }) => item.status === 'in-progress')) throw new Error('what still grows is not history')
    return this.write(`saveItems ${head.id}: ${items.map(({ item }) => item.id).join(' ')}`, () => {
      if (this.gone.has(head.id) || items.some(({ item }) => this.gone.has(item.id))) throw new Refused('history-gone')
      const talk = this.talks.get(head.id) ?? newTalk(head)
      talk.head = head
      for (const { item, images = [] } of items) {
        if (images.some((bytes) => bytes.length === 0)) throw new Error('an image without bytes')
        item.images?.forEach(({ id, type }, index) => { if (images[index] !== undefined) this.pictures.set(id, { type, bytes: images[index] }) })
      }
      for (const write of items) talk.rows.set(write.item.id, { write, removed: talk.rows.get(write.item.id)?.removed ?? false })
      talk.updatedAt = Math.max(talk.updatedAt, ...items.map(({ item }) => item.createdAt))
      this.talks.set(head.id, talk)
      const places = this.stored(head.id).map(({ position }) => position)
      if (new Set(places).size < places.length) throw new Error(`two items in one place: ${places.join(' ')}`)
    })
  }

  saveUsage(usage: ResponseUsage): Answer<null> {
    return this.write(`saveUsage ${usage.conversation} ${usage.response}`, () => void this.usages.push(usage))
  }

  dropItem(conversation: ConversationId, item: ItemId): Answer<null> {
    return this.write(`dropItem ${conversation} ${item}`, () => {
      this.gone.add(item)
      this.talks.get(conversation)?.rows.delete(item)
    })
  }

  list(): Answer<Page<ConversationSummary>> {
    return this.answer(() => {
      const rows = [...this.talks.values()].filter((talk) => !talk.removed && this.stored(talk.head.id).length > 0).map((talk) => summaryOf(talk))
      return { rows: rows.sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.updatedAt - a.updatedAt), more: false }
    })
  }

  summary(conversation: ConversationId): Answer<ConversationSummary | null> {
    return this.answer(() => {
      const talk = this.talks.get(conversation)
      return talk === undefined || talk.removed ? null : summaryOf(talk)
    })
  }

  items(conversation: ConversationId, before: number | null, limit: number): Answer<Page<ItemWrite>> {
    return this.answer(() => {
      const rows = this.stored(conversation).filter(({ position }) => before === null || position < before)
      return { rows: rows.slice(-limit), more: rows.length > limit }
    })
  }

  itemText(conversation: ConversationId, item: ItemId, from: number): Answer<TextPart | null> {
    return this.answer(() => {
      const found = this.stored(conversation).find((write) => write.item.id === item)
      return found === undefined ? null : textPart(found.item.text, from)
    })
  }

  search(text: string, limit: number): Answer<readonly SearchHit[]> {
    return this.answer(() =>
      [...this.talks.values()]
        .flatMap((talk) => this.stored(talk.head.id).map(({ item }) => ({ talk, item })))
        .filter(({ item }) => item.text.includes(text))
        .slice(0, limit)
        .map(({ talk, item }) => ({
          conversation: talk.head.id,
          item: item.id,
          role: item.role,
          title: [{ text: summaryOf(talk).title, hit: false }],
          snippet: item.text.split(text).flatMap((part, index) => [...(index === 0 ? [] : [{ text, hit: true }]), { text: part, hit: false }]),
          at: item.createdAt,
        })),
    )
  }

  rename(conversation: ConversationId, title: string): Answer<null> {
    return this.write(`rename ${conversation}`, () => each(this.talks, [conversation], (talk) => (talk.title = title === '' ? null : title)))
  }

  pin(conversation: ConversationId, pinned: boolean): Answer<null> {
    return this.write(`pin ${conversation} ${String(pinned)}`, () => each(this.talks, [conversation], (talk) => (talk.pinned = pinned)))
  }

  remove(conversations: readonly ConversationId[]): Answer<null> {
    return this.write(`remove ${conversations.join(' ')}`, () => each(this.talks, conversations, (talk) => (talk.removed = true)))
  }

  restore(conversations: readonly ConversationId[]): Answer<null> {
    return this.write(`restore ${conversations.join(' ')}`, () => each(this.talks, conversations, (talk) => (talk.removed = false)))
  }

  removeItem(conversation: ConversationId, item: ItemId): Answer<null> {
    return this.write(`removeItem ${conversation} ${item}`, () => this.hide(conversation, item, true))
  }

  restoreItem(conversation: ConversationId, item: ItemId): Answer<null> {
    return this.write(`restoreItem ${conversation} ${item}`, () => this.hide(conversation, item, false))
  }

  purge(): Answer<null> {
    return this.write('purge', () => {
      for (const talk of this.talks.values()) {
        if (talk.removed) this.talks.delete(talk.head.id)
        for (const [id, { removed }] of talk.rows) if (removed) talk.rows.delete(id)
      }
    })
  }

  expired(before: number, settled: number): Answer<Expired> {
    return this.answer(() => {
      const times = [...this.talks.values()].flatMap(({ rows }) => [...rows.values()].map(({ write }) => write.item.createdAt)).filter((at) => at < settled)
      return { conversations: oldTalks(this.talks, before), sentText: [...this.sentRows.values()].some(({ at }) => at < before), newest: times.length === 0 ? null : Math.max(...times) }
    })
  }

  forget(conversations: readonly ConversationId[], before: number): Answer<number> {
    this.calls.push(`forget ${conversations.join(' ')}`)
    return this.answer(() => {
      const old = oldTalks(this.talks, before).filter((id) => conversations.includes(id))
      for (const id of old) {
        this.talks.delete(id)
        this.gone.add(id)
      }
      return old.length
    }, true)
  }

  saveDraft(draft: Draft, pcm: Int16Array): Answer<null> {
    return this.write(`saveDraft ${draft.id}`, () => void this.speech.set(draft.id, { draft, pcm }))
  }

  drafts(): Answer<readonly Draft[]> {
    return this.answer(() => [...this.speech.values()].map(({ draft }) => draft))
  }

  image(image: ImageId): Answer<ImageFile | null> {
    return this.answer(() => this.pictures.get(image) ?? null)
  }

  draftAudio(draft: DraftId): Answer<Int16Array | null> {
    return this.answer(() => this.speech.get(draft)?.pcm ?? null)
  }

  removeDraft(draft: DraftId): Answer<null> {
    return this.write(`removeDraft ${draft}`, () => void this.speech.delete(draft))
  }

  saveAudio(_conversation: ConversationId, item: ItemId, pcm: Int16Array): Answer<null> {
    return this.write(`saveAudio ${item}`, () => void this.sounds.set(item, pcm))
  }

  audio(_conversation: ConversationId, item: ItemId): Answer<Int16Array | null> {
    return this.answer(() => this.sounds.get(item) ?? null)
  }

  saveSegment(entry: LedgerEntry): Answer<null> {
    return this.write(`saveStretch ${entry.id}`, () => void this.segments.set(entry.id, entry))
  }

  ledger(before: number | null, limit: number, own: boolean): Answer<Page<LedgerEntry>> {
    const rows = [...this.segments.values()].filter(({ host, startedAt }) => (own || !isOwnHost(host)) && (before === null || startedAt < before)).sort((a, b) => b.startedAt - a.startedAt)
    return this.answer(() => ({ rows: rows.slice(0, limit), more: rows.length > limit }))
  }

  ledgerTotals() {
    const sum = (rows: readonly LedgerEntry[]) => ({ segments: rows.length, bytes: rows.reduce((bytes, row) => bytes + row.bytes, 0) })
    const rows = [...this.segments.values()]
    return this.answer(() => ({ ...sum(rows), own: sum(rows.filter(({ host }) => isOwnHost(host))) }))
  }

  exportLedger(): Answer<number> {
    return this.answer(() => this.segments.size)
  }

  /** Writes no file: files are the business of the real store. */
  exportTo(): HistoryJob {
    return { outcome: this.answer(() => ({ ...NOTHING_DONE, conversations: this.talks.size })), cancel: () => undefined }
  }

  importFrom(): HistoryJob {
    return { outcome: this.answer(() => NOTHING_DONE), cancel: () => undefined }
  }

  removeEverything() {
    return this.answer(() => {
      const { databaseBytes, conversations, items, drafts, audioFiles, actions, facts, reminders } = this.counts()
      const removed = { conversations, items, drafts, audioFiles, actions, facts, reminders, segments: this.segments.size, bytes: databaseBytes }
      for (const place of [this.talks, this.speech, this.segments, this.sounds, this.done]) place.clear()
      return removed
    }, true)
  }

  stats() {
    return this.answer(() => this.counts())
  }

  async close(): Promise<void> {
    await this.answer(() => null)
    this.end()
  }

  private counts() {
    const items = [...this.talks.keys()].reduce((sum, id) => sum + this.stored(id).length, 0)
    return { conversations: this.talks.size, items, drafts: this.speech.size, databaseBytes: 0, audioFiles: this.sounds.size, audioBytes: 0, actions: this.done.size, facts: 0, reminders: 0 }
  }

  private hide(conversation: ConversationId, item: ItemId, removed: boolean): void {
    const row = this.talks.get(conversation)?.rows.get(item)
    if (row !== undefined) row.removed = removed
  }
}
