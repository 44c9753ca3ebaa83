import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from '../../../../scripts/rig/part'
import { startApp, useEndpoint } from '../../../e2e/support/app/app'
import type { Rig, Speech } from '../../../e2e/support/sound/rig'
import type { Endpoint } from './endpoint'
import type { Inspector } from './inspector'
import { type Start, startProgram } from './program'
import { measureTwoWay, type TwoWay, untilSo } from './two-way'

/** A server that hears only what is loud: a room's noise shall not interrupt. */
const HARD_OF_HEARING = { kind: 'server', threshold: 1, paddingMs: 300, silenceMs: 500, idleTimeoutMs: null, eagerness: 'auto' } as const

/** Parley as it was built in `root`, with its server chosen and its key in the keychain. */
export async function prepareParley(rig: Rig, root: string, endpoint: Endpoint): Promise<string> {
  const app = await startApp(rig, { root, settings: { vad: HARD_OF_HEARING } })
  await useEndpoint(app, endpoint)
  await app.close()
  byDefault(app.userData, 'indicator')
  return app.userData
}

/** Each start has a folder of its own, as it was prepared: no talk of an earlier one is told again. */
export function freshStart(rig: Rig, root: string, prepared: string, ...args: readonly string[]): Start {
  const userData = mkdtempSync(join(rig.folder, 'bench-'))
  cpSync(prepared, userData, { recursive: true, filter: (path) => !path.includes('Singleton') })
  return { root, args: [`--user-data-dir=${userData}`, ...args] }
}

/** What tests switch off, and somebody who has just installed it has. */
function byDefault(userData: string, setting: string): void {
  const file = join(userData, 'settings.json')
  const settings = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  writeFileSync(file, JSON.stringify({ ...settings, [setting]: undefined }))
}

const ELECTRON = "process.getBuiltinModule('node:module').createRequire('/')('electron')"

const panel = ({ value }: Inspector, expression: string): Promise<unknown> =>
  value(`${ELECTRON}.BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/index.html')).webContents.executeJavaScript(${JSON.stringify(expression)})`)

const sees = (inspector: Inspector, condition: string): Promise<unknown> =>
  panel(inspector, `window.assistant.getView().then(({ value: { view } }) => ${condition})`).catch(() => false) // the page is not there yet

/** Far below what a server takes for speech, and not the digital zeros of a dead microphone. */
const NOISE = ['synth', '120', 'whitenoise', 'vol', '0.002']

async function quietRoom(rig: Rig): Promise<Speech> {
  const noise = join(rig.folder, 'noise.wav')
  if (!existsSync(noise)) await runTool('sox', ['-n', '-r', '24000', '-c', '1', '-b', '16', noise, ...NOISE], rig.env)
  return rig.startSpeaking(noise)
}

/** Hands-free, the panel open, a quiet room. */
export async function talkTwoWay(rig: Rig, root: string, prepared: string, endpoint: Endpoint): Promise<TwoWay> {
  const room = await quietRoom(rig)
  const program = await startProgram(rig, freshStart(rig, root, prepared, '--inspect=0'))
  try {
    const inspector = await program.inspector()
    await untilSo('a connection', () => sees(inspector, "view.connection.state === 'ready'"))
    await panel(inspector, "window.assistant.setMode('hands-free')")
    await untilSo('hands-free', () => sees(inspector, "view.mode === 'hands-free' && !view.switching"))
    await panel(inspector, "window.assistant.sendText('Go on')")
    return await measureTwoWay(program, inspector, endpoint, () => sees(inspector, "view.phase === 'speaking'"))
  } finally {
    await program.stop()
    await room.stop()
  }
}
