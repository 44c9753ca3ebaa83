import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createHistoryStore } from '../../../../src/main/history/adapters/worker-store'
import type { HistoryStore, ItemWrite } from '../../../../src/main/history/core/ports'
import { conversationId, itemId, type ConversationId, type ItemId } from '../../../../src/shared/ids'
import { historyFolder } from './history-db'

const WORKER = join(import.meta.dirname, '..', '..', '..', '..', 'out', 'main', 'history-worker.js')

/** The store of the built app, run here: to prepare a history before the app starts. */
export async function withStore<T>(userData: string, use: (store: ReturnType<typeof createHistoryStore>) => Promise<T>): Promise<T> {
  if (!existsSync(WORKER)) throw new Error('The app is not built: run "npx electron-vite build".')
  const store = createHistoryStore({ folder: historyFolder(userData), worker: pathToFileURL(WORKER) })
  const opened = await store.open()
  if (!opened.ok) throw new Error(`The history cannot be opened: ${opened.error.tag}`)
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

export interface SeededTalk {
  readonly id: string
  /** Questions and answers in turn. */
  readonly texts: readonly string[]
  /** The moment of its first item; the others follow second by second. */
  readonly at: number
}

/** Shaped as Parley's own ids are: an import would give any other a new one. */
export function seededItem(talk: string, index: number): ItemId {
  const hex = createHash('sha256').update(`${talk} ${String(index)}`).digest('hex')
  return itemId(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18, 30)}`)
}

const writeOf = (talk: SeededTalk, text: string, index: number): ItemWrite => ({
  position: index,
  item: {
    id: seededItem(talk.id, index),
    role: index % 2 === 0 ? 'user' : 'assistant',
    kind: index % 2 === 0 ? 'text' : 'speech',
    text,
    status: 'done',
    heardChars: null,
    audioMs: null,
    createdAt: talk.at + 1_000 * index,
    hasAudio: false,
  },
})

export async function saveTalk(store: HistoryStore, talk: SeededTalk): Promise<ConversationId> {
  const id = conversationId(talk.id)
  const saved = await store.saveItems({ id, startedAt: talk.at, endpointName: 'Practice' }, talk.texts.map((text, index) => writeOf(talk, text, index)))
  if (!saved.ok) throw new Error(`A talk cannot be saved: ${saved.error.tag}`)
  return id
}

export const seedTalks = (userData: string, talks: readonly SeededTalk[]): Promise<void> =>
  withStore(userData, async (store) => {
    for (const talk of talks) await saveTalk(store, talk)
  })
