import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { createHistoryStore, type HistoryStoreOptions } from '../../src/main/adapters/history/worker-store'
import type { HistoryStore } from '../../src/main/core/ports'
import type { Result } from '../../src/shared/result'
import { item, talkId } from '../integration/history/support/talks'
import { createTexts } from '../integration/history/support/texts'

/**
 * What a long history costs: the same calls on an empty database and on one of 100,000 items, through the real worker, from call
 * to answer. Each number is the median of many; the ratio is what may not grow.
 */
const CONVERSATIONS = 2_000
const ITEMS_EACH = 40
const LONG = 20_000
const ROUNDS = 41
const START = Date.UTC(2026, 0, 1)
const ROOT = join(import.meta.dirname, '..', '..')

/** The worker as the app runs it: built, with its libraries outside. */
async function buildWorker(): Promise<URL> {
  const outDir = join(ROOT, 'node_modules', '.cache', 'bench-history')
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'src/main/adapters/history/worker/main.ts', outDir, emptyOutDir: true, rolldownOptions: { output: { entryFileNames: 'worker.js' } } },
  })
  return pathToFileURL(join(outDir, 'worker.js'))
}

async function bench(): Promise<void> {
  const worker = await buildWorker()
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  try {
    const small = await measure({ folder: join(folder, 'small'), worker }, false)
    const large = await measure({ folder: join(folder, 'large'), worker }, true)
    print(small, large)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Figures = ReadonlyMap<string, number>

async function measure(options: HistoryStoreOptions, isLarge: boolean): Promise<Figures> {
  const figures = new Map<string, number>()
  await fill(options, isLarge, figures)
  figures.set('open after a clean end', await opening(options))
  const store = createHistoryStore(options)
  await store.open()
  for (const [name, call] of calls(store)) figures.set(name, await median(call))
  const exported = await timed(() => store.exportTo(join(options.folder, '..', 'all.json'), 'json', null, () => undefined).outcome)
  figures.set('export of everything (JSON)', exported)
  const slowest = { ms: 0 }
  const job = store.exportTo(join(options.folder, '..', 'again.json'), 'json', null, () => undefined)
  let isRunning = true
  void job.outcome.then(() => { isRunning = false })
  while (isRunning) slowest.ms = Math.max(slowest.ms, await timed(() => store.list(null, 50)))
  figures.set('slowest list during an export', slowest.ms)
  figures.set('a long conversation removed for good', await timed(async () => { await store.remove([talkId(0)]); return store.purge() }))
  figures.set('everything removed', await timed(() => store.removeEverything()))
  await store.close()
  return figures
}

const calls = (store: HistoryStore): readonly (readonly [string, (round: number) => Promise<Result<unknown, unknown>>])[] => [
  ['list: first page', () => store.list(null, 50)],
  ['list: a page in the middle', () => store.list({ pinned: false, updatedAt: START + 1_000 * LONG, id: talkId(0) }, 50)],
  ['items: newest of the longest', () => store.items(talkId(0), null, 100)],
  ['items: in the middle of it', () => store.items(talkId(0), LONG / 2, 100)],
  ['search: a rare word', () => store.search('zweiundvierzig', 50)],
  ['search: "a"', () => store.search('a', 50)],
  ['search: "the"', () => store.search('the', 50)],
  ['search: "the a" (two common)', () => store.search('the a', 50)],
  ['search: 天', () => store.search('天', 50)],
  ['search: 天气', () => store.search('天气', 50)],
  ['search: no hit', () => store.search('xylophonquark', 50)],
  ['saveItems: one item', (round) => store.saveItems(head(3), [item(`new-${String(round)}`, { position: LONG + round, text: 'one more sentence of the day' })])],
  ['saveItems: in the longest', (round) => store.saveItems(head(0), [item(`new-${String(round)}`, { position: LONG + round, text: 'one more sentence of the day' })])],
  ['stats', () => store.stats()],
]

/** A database of one short conversation, or of the whole lot. */
async function fill(options: HistoryStoreOptions, isLarge: boolean, figures: Map<string, number>): Promise<void> {
  const store = createHistoryStore(options)
  await store.open()
  const text = createTexts(1)
  const began = performance.now()
  let count = 0
  for (let talk = 0; talk <= (isLarge ? CONVERSATIONS : 0); talk += 1) {
    const total = !isLarge ? 1 : talk === 0 ? LONG : ITEMS_EACH
    for (let at = 0; at < total; at += ITEMS_EACH) {
      const writes = Array.from({ length: Math.min(ITEMS_EACH, total - at) }, (_, index) =>
        item(`item-${String(at + index)}`, { position: at + index, text: text(), role: index % 2 === 0 ? 'user' : 'assistant', createdAt: START + 1_000 * (talk * ITEMS_EACH + at + index) }))
      await store.saveItems(head(talk), writes)
      count += writes.length
    }
  }
  figures.set(`filling, per item (in forties)`, (performance.now() - began) / count)
  await store.close()
}

const head = (talk: number) => ({ id: talkId(talk), startedAt: START + 1_000 * talk * ITEMS_EACH, endpointName: 'Practice' })

/** From nothing to the answer: the thread, its libraries, the database. */
async function opening(options: HistoryStoreOptions): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 15; round += 1) {
    const store = createHistoryStore(options)
    times.push(await timed(() => store.open()))
    await store.close()
  }
  return middle(times)
}

async function median(call: (round: number) => Promise<Result<unknown, unknown>>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push(await timed(() => call(round)))
  return middle(times)
}

async function timed(call: () => Promise<Result<unknown, unknown>>): Promise<number> {
  const began = performance.now()
  const result = await call()
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return performance.now() - began
}

const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

function print(small: Figures, large: Figures): void {
  console.log(`${'ms'.padEnd(40)}${'empty'.padStart(10)}${'100,000'.padStart(12)}${'ratio'.padStart(9)}`)
  for (const [name, ms] of large) {
    const base = small.get(name) ?? 0
    console.log(`${name.padEnd(40)}${base.toFixed(2).padStart(10)}${ms.toFixed(2).padStart(12)}${(ms / base).toFixed(1).padStart(9)}`)
  }
}

await bench()
