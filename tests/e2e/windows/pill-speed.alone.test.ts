import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { _electron, type ElectronApplication } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findElectronRuntime, sandboxSwitches } from '../../../scripts/lib/electron-runtime.mjs'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { until } from '../support/app/until'
import { whenPainted } from '../support/screen-pixel'
import { startRig, type Rig } from '../support/sound/rig'
import { lastEdge, watchEdges } from '../support/talk/key-edges'

/** How soon after the key the pill is painted, beside a window that does nothing but wait for a key and be shown. */
let rig: Rig
let talking: PracticeApp
let bare: ElectronApplication

const ROUNDS = 9
/** A window that is made only at the key comes some hundred ms later; two frames of a busy machine are not that. */
const LATER_MS = 60
const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'bare-pill')

const pillOf = ({ app }: PracticeApp) => app.electron.windows().find((page) => page.url().endsWith('/indicator.html'))

const isVisible = () => talking.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/indicator.html'))?.isVisible() ?? false)

beforeAll(async () => {
  rig = await startRig()
  talking = await startPracticeApp(rig, {}, { settings: { indicator: 'while-talking', talkKey: 'F9', earcons: false } })
  await talking.app.page.evaluate(() => window.assistant.hidePanel())
  await until('a pill that waits', async () => pillOf(talking) !== undefined)
  await watchEdges(talking.app)
  const { executable } = await findElectronRuntime({ say: () => undefined })
  bare = await _electron.launch({ executablePath: executable, args: [...sandboxSwitches(), `--user-data-dir=${join(rig.folder, 'bare-pill')}`, FIXTURE], env: rig.env })
  await bare.firstWindow()
})
afterAll(async () => {
  await bare.close()
  await talking.stop()
  await rig.stop()
})

/** The ground of both windows. */
const GROUND = { x: 110, y: 18, colour: 0x1a1c1f }
/** The mark of listening, beside its bars. */
const LISTENING = { x: 26, y: 34, colour: 0x3ecb8b }

type Sign = typeof GROUND

/** From the edge of the key, as X stamped it, until each is on the screen. */
async function painted(electron: ElectronApplication, page: string, key: string, signs: readonly Sign[]): Promise<readonly number[]> {
  const place = await electron.evaluate(({ BrowserWindow }, name) => BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith(name))?.getBounds(), page)
  if (place === undefined) throw new Error(`There is no window of ${page}.`)
  const paints = Promise.all(signs.map(({ x, y, colour }) => whenPainted(rig, { x: place.x + x, y: place.y + y }, colour)))
  await delay(100)
  await rig.keyDown(key)
  const at = await paints.catch(async (cause: unknown) => {
    const { phase, notice } = await talking.app.view()
    throw new Error(`${page} was not painted: ${JSON.stringify({ key, phase, notice, pill: await isVisible() })}`, { cause })
  })
  const edge = await lastEdge(talking.app)
  return at.map((ms) => ms - edge)
}

async function pillMs(): Promise<readonly number[]> {
  const since = talking.app.trace.now()
  const ms = await painted(talking.app.electron, '/indicator.html', 'F9', [GROUND, LISTENING])
  await rig.tapKeys('Escape') // before the key is up: a tap would leave its hint in the pill
  await rig.keyUp('F9')
  await talking.app.trace.untilPhase('idle', { since })
  await until('no pill', async () => !(await isVisible()))
  return ms
}

async function bareMs(): Promise<readonly number[]> {
  const ms = await painted(bare, '/page.html', 'F10', [GROUND])
  await rig.keyUp('F10')
  await rig.tapKeys('F11')
  await until('no bare window', async () => !(await bare.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())))
  return ms
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const told = (values: readonly number[]): string => `${median(values).toFixed(0)} (${values.map((ms) => ms.toFixed(0)).join(' ')})`

test('from the key to the painted pill it takes little longer than a bare window takes', async () => {
  const [ours, bares]: [(readonly number[])[], (readonly number[])[]] = [[], []]
  await bareMs() // the first of each reads the disk
  await pillMs()
  for (let round = 0; round < ROUNDS; round += 1) {
    bares.push(await bareMs())
    ours.push(await pillMs())
  }
  const [pill = [], listening = [], bareWindow = []] = [ours.map(([ms = NaN]) => ms), ours.map(([, ms = NaN]) => ms), bares.map(([ms = NaN]) => ms)]
  const ratio = median(pill) / median(bareWindow)
  console.log(`key to painted, ms: pill ${told(pill)}; as listening ${told(listening)}; bare window ${told(bareWindow)}; ${ratio.toFixed(2)} times`)
  expect(median(pill) - median(bareWindow)).toBeLessThan(LATER_MS)
})
