import type { IntervalHistogram } from 'node:perf_hooks'
import { join } from 'node:path'
import { startPracticeServer } from '../../../src/main/practice/server'
import { startApp, useEndpoint, type App } from '../../e2e/support/app'
import { fillInBulk } from '../../e2e/support/bulk-history'
import { choosePath } from '../../e2e/support/file-dialogs'
import { count, readHistory } from '../../e2e/support/history-db'
import { answered, historyPage } from '../../e2e/support/history-page'
import type { Rig } from '../../e2e/support/rig'
import { newTalk } from '../../e2e/support/typed-talk'
import { until } from '../../e2e/support/until'

const BURST = 500
const EXPORTED = { talks: 400, itemsEach: 50 }
const IDLE_MS = 1_000
/** One millisecond: without any sound an answer has no words either. */
const AUDIO_BYTES = 48

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
  const practice = await startPracticeServer({ pacing: { speed: 1_000, thinkMs: 0, chunkMs: 10_000, burst: 1_000 } })
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
    for (const isPrivate of [true, false]) {
      await begin(app, isPrivate)
      delays.push(await delayWhile(`${String(BURST)} finished items, ${isPrivate ? 'private: nothing is written' : 'written'}`, app, () => burst(isPrivate ? 'Private' : 'Written')))
    }
    await until('all of them in the database', () => Promise.resolve(readHistory(userData, (db) => count(db, "SELECT count(*) FROM items WHERE text LIKE 'Written sentence%'")) === BURST))
    const page = await historyPage(app)
    delays.push(await delayWhile('one second of nothing', app, () => app.page.waitForTimeout(IDLE_MS)))
    await choosePath(app, join(rig.folder, 'long.json'))
    const exportAll = () => page.evaluate(() => window.records.exportTalks('json', null))
    delays.push(await delayWhile('an export of 20,000 items', app, async () => answered(await exportAll())))
    return delays
  } finally {
    await app.close()
    await practice.close()
  }
}

export function printDelays(delays: readonly Delay[]): void {
  console.log(`${'ms that main was held up'.padEnd(56)}${'p50'.padStart(8)}${'p99'.padStart(8)}${'max'.padStart(8)}`)
  for (const { what, p50, p99, max } of delays) console.log(`${what.padEnd(56)}${[p50, p99, max].map((ms) => ms.toFixed(1).padStart(8)).join('')}`)
}
