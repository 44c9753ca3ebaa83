import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findElectronRuntime, sandboxSwitches } from '../../../scripts/lib/electron-runtime.mjs'
import { runTool } from '../../../scripts/rig/part'
import { startRig, type Rig } from '../support/sound/rig'
import { until } from '../support/app/until'

/** A start either comes to a window, or says why not in a box of the system's and ends with 1: never a process that nobody sees. */
const ROOT = join(import.meta.dirname, '..', '..', '..')
const ODD_APP = join(import.meta.dirname, '..', 'fixtures', 'odd-app')
/** A panel has 400 by 620, before anybody gives it another size; a box is smaller. */
const PANEL_HEIGHT = 620

let rig: Rig
const mounted: string[] = []
beforeAll(async () => { rig = await startRig() })
afterAll(async () => {
  for (const folder of mounted) execFileSync('umount', ['--lazy', folder])
  await rig.stop()
})

interface Start {
  readonly userData: string
  /** A copy of the built app, so that something can be taken out of it. */
  readonly root: string
}

async function windowHeights(): Promise<readonly (readonly [id: string, height: number])[]> {
  const ids = (await runTool('xdotool', ['search', '--onlyvisible', '--name', '^(Parley|Error)$'], rig.env).catch(() => '')).split('\n').filter((id) => id !== '')
  return Promise.all(ids.map(async (id) => [id, Number(/HEIGHT=(\d+)/.exec(await runTool('xdotool', ['getwindowgeometry', '--shell', id], rig.env))?.[1])] as const))
}

/** Asked once: while a window is drawn the next answer may be none. */
async function firstWindow(): Promise<readonly [id: string, height: number]> {
  const found: (readonly [string, number])[] = []
  await until('something to see', async () => found.push(...(await windowHeights())) > 0, 90_000)
  return found[0] ?? ['', 0]
}

let starts = 0

function spoiled(spoil: (start: Start) => void): Start {
  starts += 1
  const [userData, root] = [join(rig.folder, `odd-${String(starts)}`), join(rig.folder, `root-${String(starts)}`)]
  mkdirSync(userData)
  mkdirSync(root)
  for (const name of ['out', 'resources', 'package.json']) cpSync(join(ROOT, name), join(root, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  spoil({ userData, root })
  return { userData, root }
}

/** What a person sees of a start, and how it ends when they have seen it. */
async function seen(spoil: (start: Start) => void, crashes = 0): Promise<{ readonly shows: 'window' | 'box'; readonly code: number | null }> {
  const { userData, root } = spoiled(spoil)
  const { executable } = await findElectronRuntime({ say: () => undefined })
  await until('an empty screen', async () => (await windowHeights()).length === 0) // what the last one has shown may go behind its process
  const app = spawn(executable, [...sandboxSwitches(), `--user-data-dir=${userData}`, ODD_APP], {
    env: { ...rig.env, PARLEY_TEST_ROOT: root, PARLEY_TEST_CRASHES: String(crashes) },
    stdio: 'ignore',
  })
  const ended = new Promise<number | null>((resolve) => app.once('exit', resolve))
  try {
    const [id, height] = await firstWindow()
    const shows = height < PANEL_HEIGHT ? 'box' : 'window'
    if (shows === 'window') app.kill('SIGTERM')
    else {
      await runTool('xdotool', ['windowfocus', id], rig.env)
      await runTool('xdotool', ['key', 'Return'], rig.env)
    }
    return { shows, code: await ended }
  } finally {
    app.kill('SIGKILL') // a start that went wrong is not what the next one sees
  }
}

const WINDOW = { shows: 'window', code: 0 }
const BOX = { shows: 'box', code: 1 }

test.each<readonly [string, typeof WINDOW, (start: Start) => void]>([
  ['the folder of the log is a file', WINDOW, ({ userData }) => writeFileSync(join(userData, 'logs'), '')],
  ['.env is a folder', WINDOW, ({ root }) => mkdirSync(join(root, '.env'))],
  ['the settings are a folder', WINDOW, ({ userData }) => mkdirSync(join(userData, 'settings.json'))],
  ['settings without a field lead to a file that cannot be written', WINDOW, ({ userData }) => symlinkSync('/proc/self/comm', join(userData, 'settings.json'))],
  ['the worker of the history is missing', WINDOW, ({ root }) => rmSync(join(root, 'out', 'main', 'history-worker.js'))],
  ['the preload is missing', BOX, ({ root }) => rmSync(join(root, 'out', 'preload', 'index.cjs'))],
  ['a part of main is missing', BOX, ({ root }) => rmSync(join(root, 'out', 'main', 'app.js'))],
])('%s', async (_what, expected, spoil) => {
  expect(await seen(spoil)).toEqual(expected)
})

test.skipIf(process.getuid?.() !== 0)('our own folder cannot be written: a box, and not as if another Parley were running', async () => {
  const readOnly = ({ userData }: Start) => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', userData])
    mounted.push(userData)
  }
  expect(await seen(readOnly)).toEqual(BOX)
})

test('the page dies twice while it loads: the window comes; it dies each time: a box', async () => {
  expect([await seen(() => undefined, 2), await seen(() => undefined, 1_000)]).toEqual([WINDOW, BOX])
})
