import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { createHistoryStore, type HistoryStoreOptions } from '../../src/main/history/adapters/worker-store'
import type { HistoryStore } from '../../src/main/history/core/ports'
import type { Result } from '../../src/shared/result'
import { item, talkId } from '../integration/history/support/talks'
import { createTexts } from '../integration/history/support/texts'

/**
 * What a long history costs: the same calls on an empty database, on one that fills its pages, and on one of 100,000 items, through
 * the real worker, from call to answer. Calls are medians of many; the ratios are what may not grow.
 */
const ITEMS_EACH = 40
/** Conversations of forty items, and one long one. The small history fills its pages too; only the large one is long. */
const SIZES = { empty: { talks: 0, long: 1 }, small: { talks: 60, long: 200 }, large: { talks: 2_000, long: 20_000 } } as const
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
    build: { ssr: 'src/main/history/adapters/worker/main.ts', outDir, emptyOutDir: true, rolldownOptions: { output: { entryFileNames: 'worker.js' } } },
  })
  return pathToFileURL(join(outDir, 'worker.js'))
}

async function bench(): Promise<void> {
  const worker = await buildWorker()
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  try {
    const figures: Figures[] = []
    for (const [name, size] of Object.entries(SIZES)) figures.push(await measure({ folder: join(folder, name), worker }, size))
    print(figures)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Figures = ReadonlyMap<string, number>

interface Size {
  readonly talks: number
  readonly long: number
}

const head = (talk: number) => ({ id: talkId(talk), startedAt: START + 1_000 * talk * ITEMS_EACH, endpointName: 'Practice' })

const calls = (store: HistoryStore, { talks, long }: Size): readonly (readonly [string, (round: number) => Promise<Result<unknown, unknown>>])[] => [
  ['list: first page', () => store.list(null, 50)],
  ['list: a page in the middle', () => store.list({ pinned: false, updatedAt: START + 500 * (long + talks * ITEMS_EACH), id: talkId(0) }, 50)],
  ['items: newest of the longest', () => store.items(talkId(0), null, 100)],
  ['items: in the middle of it', () => store.items(talkId(0), long / 2, 100)],
  ['search: a rare word', () => store.search('zweiundvierzig', 50)],
  ['search: "a"', () => store.search('a', 50)],
  ['search: "the"', () => store.search('the', 50)],
  ['search: "the a" (two common)', () => store.search('the a', 50)],
  ['search: 天', () => store.search('天', 50)],
  ['search: 天气', () => store.search('天气', 50)],
  ['search: no hit', () => store.search('xylophonquark', 50)],
  ['saveItems: one item', (round) => store.saveItems(head(3), [item(`new-${String(round)}`, { position: long + round, text: 'one more sentence of the day' })])],
  ['saveItems: in the longest', (round) => store.saveItems(head(0), [item(`new-${String(round)}`, { position: long + round, text: 'one more sentence of the day' })])],
  ['saveItems: one item with other words', (round) => store.saveItems(head(0), [item('item-0', { text: `${'some words '.repeat(8)}${String(round)}` })])],
  ['stats', () => store.stats()],
]

async function measure(options: HistoryStoreOptions, size: Size): Promise<Figures> {
  const figures = new Map<string, number>()
  await fill(options, size, figures)
  figures.set('open after a clean end', await opening(options))
  const store = createHistoryStore(options)
  await store.open()
  for (const [name, call] of calls(store, size)) figures.set(name, await median(call))
  const path = join(options.folder, '..', 'all.json')
  const during = async (name: string, work: Promise<Result<unknown, unknown>>): Promise<void> => {
    const [ms, slowest] = await beside(store, work)
    figures.set(name, ms)
    figures.set(`  slowest list during the ${name.split(' ')[0] ?? ''}`, slowest)
  }
  await during('export of everything (JSON)', store.exportTo(path, 'json', null, () => undefined).outcome)
  await store.remove([talkId(0)])
  await during('purge of the longest', store.purge())
  figures.set('everything removed', await timed(() => store.removeEverything()))
  await during('import of everything (JSON)', store.importFrom(path, () => undefined).outcome)
  await store.close()
  return figures
}

async function fill(options: HistoryStoreOptions, { talks, long }: Size, figures: Map<string, number>): Promise<void> {
  const store = createHistoryStore(options)
  await store.open()
  const text = createTexts(1)
  const began = performance.now()
  let count = 0
  for (let talk = 0; talk <= talks; talk += 1) {
    const total = talk === 0 ? long : ITEMS_EACH
    const since = talk === 0 ? 0 : long + talk * ITEMS_EACH
    for (let at = 0; at < total; at += ITEMS_EACH) {
      const writes = Array.from({ length: Math.min(ITEMS_EACH, total - at) }, (_, index) =>
        item(`item-${String(at + index)}`, { position: at + index, text: text(), role: index % 2 === 0 ? 'user' : 'assistant', createdAt: START + 1_000 * (since + at + index) }))
      await store.saveItems(head(talk), writes)
      count += writes.length
    }
  }
  figures.set(`filling, per item (in forties)`, (performance.now() - began) / count)
  await store.close()
}

const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

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

/** How long `work` takes, and the slowest of the calls that were made one after the other meanwhile. */
async function beside(store: HistoryStore, work: Promise<Result<unknown, unknown>>): Promise<readonly [number, number]> {
  let isRunning = true
  let slowest = 0
  const whole = timed(() => work).finally(() => { isRunning = false })
  while (isRunning) slowest = Math.max(slowest, await timed(() => store.list(null, 50)))
  return [await whole, slowest]
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

function print([empty, small, large]: readonly Figures[]): void {
  const line = (cells: readonly string[]): string => cells.map((cell, index) => (index === 0 ? cell.padEnd(40) : cell.padStart(14))).join('')
  console.log(line(['ms', 'empty', 'small', '100,000', 'to empty', 'to small']))
  for (const [name, ms] of large ?? []) {
    const [one, other] = [empty?.get(name) ?? 0, small?.get(name) ?? 0]
    console.log(line([name, one.toFixed(2), other.toFixed(2), ms.toFixed(2), `× ${(ms / one).toFixed(1)}`, `× ${(ms / other).toFixed(1)}`]))
  }
}

await bench()
