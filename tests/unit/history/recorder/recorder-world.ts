import { HistoryRecorder } from '../../../../src/main/history/recorder/history-recorder'
import { ImageCache } from '../../../../src/main/images/image-cache'
import type { ConversationItem } from '../../../../src/shared/conversation'
import { conversationId, itemId } from '../../../../src/shared/ids'
import { FakeHistoryStore } from '../../../fakes/fake-history-store'
import { FakeTimers } from '../../../fakes/fake-timers'

export const TALK = conversationId('talk')
export const OTHER = conversationId('other')
export const NOON = 1_800_000_000_000

export const item = (id: string, change: Partial<ConversationItem> = {}): ConversationItem => ({
  id: itemId(id),
  role: 'user',
  kind: 'speech',
  text: id,
  status: 'done',
  heardChars: null,
  audioMs: null,
  ...change,
})
export const inProgress = (id: string) => item(id, { status: 'in-progress' })
export const head = (id = TALK) => ({ id, startedAt: NOON, endpointName: 'Practice' })
export const settled = () => new Promise((resolve) => setImmediate(resolve))

/** A recorder over a history in memory, with a conversation begun. `told`: what it said, in order. */
export function recorder(isPrivate = false) {
  const timers = new FakeTimers()
  const store = new FakeHistoryStore()
  const told: string[] = []
  const cache = new ImageCache()
  const sut = new HistoryRecorder({
    store,
    timers,
    cache,
    wallClock: () => NOON + timers.now(),
    notify: ({ tag }) => told.push(tag),
  })
  sut.listen(() => told.push('changed'))
  sut.begin(head(), [], isPrivate)
  const rows = (talk = TALK) => store.stored(talk).map(({ position, item: { text, status } }) => `${String(position)} ${text} ${status}`)
  const shown = (...items: readonly ConversationItem[]) => items.map((each) => `${sut.shown(each).text} ${sut.shown(each).status}`)
  return { sut, cache, timers, store, told, rows, shown }
}
