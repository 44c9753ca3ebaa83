import type { IntervalHistogram } from 'node:perf_hooks'
import { join } from 'node:path'
import { startPracticeServer } from '../../../src/main/practice/server/server'
import { startApp, useEndpoint, type App } from '../../e2e/support/app/app'
import { fillInBulk } from '../../e2e/support/history/bulk-history'
import { choosePath } from '../../e2e/support/app/file-dialogs'
import { count, readHistory } from '../../e2e/support/history/history-db'
import { answered, historyPage } from '../../e2e/support/history/history-page'
import type { Rig } from '../../e2e/support/sound/rig'
import { newTalk } from '../../e2e/support/talk/typed-talk'
import { until } from '../../e2e/support/app/until'

const BURST = 500
const ROUNDS = 5
const EXPORTED = { talks: 400, itemsEach: 50 }
const IDLE_MS = 1_000
/** An item every few milliseconds, as two deltas: all at once they would be one read of the socket, and hold up main by themselves. */
const PACING = { speed: 10, thinkMs: 0, chunkMs: 20, burst: 1 }
const AUDIO_BYTES = 2 * 20 * 48

export interface Delay {
  readonly what: string
  readonly p50: number
  readonly p99: number
  readonly max: number
}

/** How long main's event loop was held up while something happened, in ms beyond the sampling of 1 ms. */
async function delayWhile(what: string, { electron }: App, happens: () => Promise<unknown>): Promise<Delay> {
  await electron.evaluate(() => {
    const monitor = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 1 })
    monitor.enable()
    Object.assign(globalThis, { delayOfMain: monitor })
  })
  await happens()
  const measured = await electron.evaluate(() => {
    const { delayOfMain } = globalThis as unknown as { delayOfMain: IntervalHistogram }
    delayOfMain.disable()
    return [delayOfMain.percentile(50), delayOfMain.percentile(99), delayOfMain.max].map((nanoseconds) => nanoseconds / 1e6)
  })
  const [p50 = Number.NaN, p99 = Number.NaN, max = Number.NaN] = measured
  return { what, p50, p99, max }
}

async function begin(app: App, isPrivate: boolean): Promise<void> {
  const since = app.trace.now()
  await newTalk(app, isPrivate)
  await app.trace.untilReady({ since })
}

/** The same burst of finished items in a private talk and in one that is written down; and nothing at all beside a long export. */
export async function measureMain(rig: Rig): Promise<readonly Delay[]> {
  const userData = join(rig.folder, 'main-delay')
  await fillInBulk(userData, EXPORTED)
  const practice = await startPracticeServer({ pacing: PACING })
  const app = await startApp(rig, { userData })
  try {
    await useEndpoint(app, practice)
    const burst = async (name: string) => {
      practice.addScript([{ outputs: Array.from({ length: BURST }, (_, index) => ({ kind: 'say' as const, text: `${name} sentence ${String(index)}`, audio: Buffer.alloc(AUDIO_BYTES) })) }])
      await app.page.evaluate(() => window.assistant.sendText('Go on'))
      await until(`${name}: ${String(BURST)} finished items`, async () => (await app.page.locator('[data-testid="item"][data-status="done"]').count()) > BURST, 60_000)
    }
    const delays: Delay[] = []
    await begin(app, true)
    await burst('Warm')
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const isPrivate of [true, false]) {
        await begin(app, isPrivate)
        delays.push(await delayWhile(`${String(BURST)} finished items, ${isPrivate ? 'private: nothing is written' : 'written'}`, app, () => burst(isPrivate ? 'Private' : 'Written')))
      }
    }
    await until('all of them in the database', () => Promise.resolve(readHistory(userData, (db) => count(db, "SELECT count(*) FROM items WHERE text LIKE 'Written sentence%'")) === BURST * ROUNDS))
    const page = await historyPage(app)
    await choosePath(app, join(rig.folder, 'long.json'))
    const exportAll = () => page.evaluate(() => window.records.exportConversations('json', null))
    for (let round = 0; round < ROUNDS; round += 1) {
      delays.push(await delayWhile('one second of nothing', app, () => app.page.waitForTimeout(IDLE_MS)))
      delays.push(await delayWhile('an export of more than 20,000 items', app, async () => answered(await exportAll())))
    }
    return delays
  } finally {
    await app.close()
    await practice.close()
  }
}

/** Medians over the rounds; the slowest of all in brackets. */
export function printDelays(delays: readonly Delay[]): void {
  console.log(`${'ms that main was held up (longest of all rounds)'.padEnd(52)}${'p50'.padStart(8)}${'p99'.padStart(8)}${'max'.padStart(8)}`)
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
  for (const what of new Set(delays.map((delay) => delay.what))) {
    const rounds = delays.filter((delay) => delay.what === what)
    const figures = [middle(rounds.map(({ p50 }) => p50)), middle(rounds.map(({ p99 }) => p99)), middle(rounds.map(({ max }) => max))]
    console.log(`${what.padEnd(52)}${figures.map((ms) => ms.toFixed(1).padStart(8)).join('')} (${Math.max(...rounds.map(({ max }) => max)).toFixed(1)})`)
  }
}
