import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../support/app/app'
import { startListener, type Listener } from '../support/app/endpoints'
import { startRig, type Rig } from '../support/sound/rig'
import { settingsPage } from '../support/app/settings-page'
import { changeSettings } from '../support/app/change-settings'
import { answerDialogs } from '../support/app/system-dialog'

let rig: Rig
let app: App
let listener: Listener
beforeAll(async () => {
  rig = await startRig()
  listener = await startListener()
  // A camera, so that a refusal is one and not the lack of a device.
  app = await startApp(rig, { args: ['--use-fake-device-for-media-stream'] })
})
afterAll(async () => {
  await app.close()
  await listener.close()
  await rig.stop()
})

test('the page has no network: nothing it tries reaches a server next door', async () => {
  const reached = await fetch(`http://127.0.0.1:${String(listener.port)}/control`)
  const tried = await app.page.evaluate(async (port) => {
    const http = `http://127.0.0.1:${String(port)}/`
    const element = (tag: 'img' | 'script' | 'iframe' | 'audio') =>
      new Promise<string>((resolve) => {
        const node = document.createElement(tag)
        node.onload = () => resolve('loaded')
        node.onerror = () => resolve('failed')
        node.src = http + tag
        document.body.append(node)
        setTimeout(() => resolve('failed'), 1_000)
      })
    const socket = () =>
      new Promise<string>((resolve) => {
        const opened = new WebSocket(`ws://127.0.0.1:${String(port)}/`)
        opened.onopen = () => resolve('loaded')
        opened.onerror = () => resolve('failed')
      })
    const fetched = fetch(http).then(() => 'loaded', () => 'failed')
    const opaque = fetch(http, { mode: 'no-cors' }).then(() => 'loaded', () => 'failed')
    const beacon = Promise.resolve(navigator.sendBeacon(http) ? 'queued' : 'failed')
    const socketed = socket().catch(() => 'failed')
    return Promise.all([fetched, opaque, socketed, element('img'), element('script'), element('audio'), beacon.then(() => 'failed')])
  }, listener.port)
  expect({ control: reached.ok, tried: new Set(tried), requests: listener.seen.length }).toEqual({ control: true, tried: new Set(['failed']), requests: 1 })
})

test('the page cannot leave, open windows or embed others', async () => {
  const before = listener.seen.length
  const opened = await app.page.evaluate((port) => {
    const there = `http://127.0.0.1:${String(port)}/`
    const frame = document.createElement('iframe')
    frame.src = there
    document.body.append(frame)
    const form = document.createElement('form')
    form.action = there
    document.body.append(form)
    form.submit()
    location.href = there
    return window.open(there)
  }, listener.port)
  await app.page.waitForTimeout(1_000)
  const windows = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect({ opened, windows, at: app.page.url(), requests: listener.seen.length - before }).toEqual({ opened: null, windows: 1, at: 'app://parley/index.html', requests: 0 })
})

const METHODS = [
  'allowAlways', 'answerServer', 'askAgain', 'attachImage', 'audioReady', 'cancel', 'cardShown', 'changeSettings', 'chooseTools', 'copyItem', 'denyCard', 'detachImage',
  'dismissNotice', 'getView', 'hidePanel', 'hintSeen', 'holdCard', 'imageScaled', 'itemText', 'networkOnline', 'newConversation', 'onAudioCommand', 'onImageToScale', 'onItems',
  'onKeyTried', 'onKeysHeld', 'onSeen', 'onView', 'openHistory', 'openLink', 'openPassage', 'openSettings', 'playItem', 'playKept', 'playRest', 'press', 'previewMicrophone', 'recordHotkey',
  'release', 'releaseCard', 'reminderAgain', 'reminderDone', 'removeItem', 'reportAudio', 'restoreItem', 'retryConnection', 'sendKept', 'sendText',
  'setMode', 'stopPlaying', 'stopServerTest', 'stopTools', 'tellDevices', 'tellLoudness', 'testServer', 'undoAction', 'undoCancel',
  'updateSettings', 'usePractice', 'useServer',
]

test('the page has the named methods and nothing of Node or Electron', async () => {
  const found = await app.page.evaluate(async () => ({
    methods: Object.keys(window.assistant).sort(),
    kinds: [...new Set(Object.values(window.assistant).map((value) => typeof value))],
    foreign: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron', '__dirname'].filter((name) => name in window),
    // In a task of its own: what a debugger runs directly may evaluate whatever the CSP says.
    evaluates: await new Promise((resolve) => setTimeout(() => { try { resolve(new Function('return true')()) } catch { resolve(false) } })),
  }))
  expect(found).toEqual({ methods: METHODS, kinds: ['function'], foreign: [], evaluates: false })
})

test('garbage arguments are refused or without effect', async () => {
  const before = await app.view()
  const answers = await app.page.evaluate(async () => {
    const loose = new Map<string, (...args: unknown[]) => unknown>(Object.entries(window.assistant))
    const call = (name: string, ...args: unknown[]) => loose.get(name)?.(...args)
    const asked = await Promise.all([
      call('updateSettings', { model: 5 }), call('updateSettings', null), call('updateSettings', { endpoint: { kind: 'custom', url: 'file:///etc/passwd' } }),
      call('updateSettings', { talkKey: '../..' }), call('sendText', ''), call('sendText', { toString: 'x' }), call('recordHotkey', 'everything'), call('attachImage', 'x.png', 'data:image/png;base64,AAAA'),
      call('attachImage', 'x.png', new Uint8Array([1, 2, 3])), call('attachImage', 'x.png', new Uint8Array(1_500_001)),
    ])
    call('setMode', 'bogus')
    call('detachImage', 7)
    call('dismissNotice', 'all')
    call('hintSeen', 'evil')
    call('reportAudio', { kind: 'captureFailed', turn: 'turn_1', tag: 'bogus' })
    call('reportAudio', { kind: 'captureFailed', turn: 'turn_of_nobody', tag: 'mic-lost' })
    await call('updateSettings', { evil: true, ['__proto__']: { evil: true } })
    return asked.map((answer) => typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok)
  })
  const file = await readFile(join(app.userData, 'settings.json'), 'utf8').catch(() => '')
  expect({ answers: new Set(answers), view: await app.view(), evil: file.includes('evil') }).toEqual({ answers: new Set([false]), view: before, evil: false })
})

test('after the first steps the panel says no more where sound and keys go, and sets nothing', async () => {
  const before = await app.view()
  const answers = await app.page.evaluate(async () => {
    const loose = new Map<string, (...args: unknown[]) => unknown>(Object.entries(window.assistant))
    const call = (name: string, ...args: unknown[]) => loose.get(name)?.(...args)
    const entry = { endpoint: { kind: 'custom', url: 'wss://evil.example/v1' }, secret: 'k' }
    const asked = await Promise.all([
      call('useServer', entry), call('useServer', { endpoint: { kind: 'openai' }, secret: 'k' }), call('testServer', entry),
      call('updateSettings', { onboarding: 'welcome' }), call('updateSettings', { talkKey: 'F9' }), call('updateSettings', { instructions: 'obey' }),
    ])
    return asked.map((answer) => typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok)
  })
  expect({ answers: new Set(answers), view: await app.view() }).toEqual({ answers: new Set([false]), view: before })
})

/** As long as main asks nobody after a no, and a little more. */
const PAUSE_MS = 10_200

test('a new server chosen in the settings is named by main; a no keeps the old one and is not asked again at once, a yes is remembered', async () => {
  const settings = await settingsPage(app, 'connection', () => app.page.evaluate(() => window.assistant.openSettings('connection')))
  const use = (url: string) => settings.evaluate((address) => window.preferences.useServer({ endpoint: { kind: 'custom', url: address }, secret: null }), url)
  const refused = await answerDialogs(app, false)
  const no = await use('ws://127.0.0.1:9/v1/realtime')
  const atOnce = await use('ws://127.0.0.1:9/v1/realtime')
  const kept = (await app.view()).settings.endpoint
  const asked = await refused.questions()
  await delay(PAUSE_MS)
  const confirmed = await answerDialogs(app, true)
  const yes = [await use('ws://127.0.0.1:9/v1/realtime'), await use('ws://127.0.0.1:9/other')]
  const askedAgain = await confirmed.questions()
  await app.page.evaluate(() => window.assistant.usePractice())
  expect({ no, atOnce, kept, asked, yes: yes.map(({ ok }) => ok), askedAgain }).toEqual({
    no: { ok: false, error: { tag: 'not-confirmed' } }, atOnce: { ok: false, error: { tag: 'asked-lately' } }, kept: { kind: 'practice' }, asked: ['Use 127.0.0.1:9?'], yes: [true, true], askedAgain: ['Use 127.0.0.1:9?'],
  })
})

test('of all permissions the page has the microphone', async () => {
  const asked = await app.page.evaluate(async () => {
    const media = (wish: MediaStreamConstraints) => navigator.mediaDevices.getUserMedia(wish).then(() => 'granted', (error: DOMException) => error.name)
    const place = new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('granted'), ({ code }) => resolve(code)))
    const screen = navigator.mediaDevices.getDisplayMedia().then(() => 'granted', (error: DOMException) => error.name)
    return {
      microphone: await media({ audio: true }), camera: await media({ video: true }), both: await media({ audio: true, video: true }),
      place: await place, screen: await screen, notifications: await Notification.requestPermission(),
    }
  })
  expect(asked).toEqual({
    microphone: 'granted', camera: 'NotAllowedError', both: 'NotAllowedError', place: 1, screen: expect.stringMatching(/^(NotAllowed|NotSupported|InvalidState)Error$/), notifications: 'denied',
  })
})

const OWN_METHODS = {
  preferences: [
    'addDraft', 'addHosted', 'addKnowledgeFolder', 'addServer', 'chooseNotesFolder', 'chooseTools', 'decideTools', 'discardDraft', 'dismissNotice', 'dropEmbedder',
    'editServer', 'endSignIn', 'forgetRule', 'forgetSecret', 'getState', 'hostedServers', 'knowledge', 'mcpServers', 'onDevices', 'onKeysHeld', 'onKnowledge', 'onLoudness',
    'onSection', 'onServersChanged', 'onToolsChanged', 'onView', 'openHistory', 'pasteServers', 'pauseReading', 'playVoice', 'previewMicrophone', 'putBackKnowledgeFolder', 'putBackServer', 'recordHotkey',
    'removeEverything', 'removeHosted', 'removeKnowledgeFolder', 'removeServer', 'resetNotesFolder', 'restartServer', 'serverLog', 'serverTools', 'setSecret', 'showPanel', 'signIn', 'signOut',
    'stopServerTest', 'stopVoice', 'switchTool', 'testServer', 'tools', 'turnHosted', 'turnServer', 'unreadFiles', 'updateSettings', 'useEmbedder', 'useServer',
  ],
  indicator: [
    'cancel', 'cardShown', 'denyCard', 'getView', 'move', 'onLoudness', 'onView', 'point', 'showPanel',
  ],
} as const

async function indicatorPage(): Promise<Page> {
  const there = app.electron.windows().find((page) => page.url().endsWith('/indicator.html'))
  return there ?? (await Promise.all([app.electron.waitForEvent('window'), changeSettings(app, { indicator: 'always' })]))[0]
}

/** With `pushState` every page of ours can have every address of ours; the microphone is the panel's window's. */
const microphoneAsPanel = (page: Page): Promise<readonly unknown[]> =>
  page.evaluate(async () => {
    const own = location.pathname
    history.pushState(null, '', '/index.html')
    await new Promise((resolve) => setTimeout(resolve, 300)) // main learns of it a moment later
    const microphone = await navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', (error: DOMException) => error.name)
    const labels = (await navigator.mediaDevices.enumerateDevices()).filter(({ label }) => label !== '').length
    history.replaceState(null, '', own)
    return [microphone, labels]
  })

test('no page gets the microphone by the address of the panel', async () => {
  const settings = await settingsPage(app, 'audio', () => app.page.evaluate(() => window.assistant.openSettings('audio')))
  const indicator = await indicatorPage()
  const [records] = await Promise.all([app.electron.waitForEvent('window'), app.page.evaluate(() => window.assistant.openHistory())])
  await records.waitForFunction(() => 'records' in window)
  expect(await Promise.all([settings, indicator, records].map(microphoneAsPanel))).toEqual([['NotAllowedError', 0], ['NotAllowedError', 0], ['NotAllowedError', 0]])
})

test('settings and indicator have methods of their own, no other page\'s, and no microphone', async () => {
  const settings = await settingsPage(app, 'audio', () => app.page.evaluate(() => window.assistant.openSettings('audio')))
  const indicator = await indicatorPage()
  const look = (page: Page, own: keyof typeof OWN_METHODS) =>
    page.evaluate(async (name) => ({
      methods: Object.keys((window as unknown as Record<string, object>)[name] ?? {}).sort(),
      others: ['assistant', 'records', 'preferences', 'indicator'].filter((each) => each !== name && each in window),
      microphone: await navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', (error: DOMException) => error.name),
      labels: (await navigator.mediaDevices.enumerateDevices()).filter(({ label }) => label !== '').length,
    }), own)
  const nothingElse = { others: [], microphone: 'NotAllowedError', labels: 0 }
  expect([await look(settings, 'preferences'), await look(indicator, 'indicator')]).toEqual([
    { methods: OWN_METHODS.preferences, ...nothingElse },
    { methods: OWN_METHODS.indicator, ...nothingElse },
  ])
})
