import { join } from 'node:path'
import { app, nativeTheme, type WebContents } from 'electron'
import { followLifecycle, guardAgainstCrashes, isFirstInstance } from './app-lifecycle'
import { createAudioRoad } from './adapters/audio-port'
import { createSettingsStore } from './adapters/electron-settings-store'
import { readEnvironmentSecrets } from './adapters/environment-secrets'
import { createFileLogger } from './adapters/file-logger'
import { createHistoryStore } from './adapters/history/worker-store'
import { createHotkeySource } from './adapters/hotkey-source'
import { keytarSecretStore } from './adapters/keytar-secret-store'
import { systemTimers } from './adapters/system-timers'
import { timeId } from './adapters/time-ids'
import { createTraceFile, noTrace } from './adapters/trace-file'
import { wsTransport } from './adapters/ws-transport'
import { createIpcDoor, type Sender } from './ipc/handle'
import { createPush } from './ipc/push'
import { routeHistory } from './ipc/history-routes'
import { route } from './ipc/routes'
import { readFaults } from './practice/faults'
import { startPracticeServer } from './practice/server'
import { createAssistant } from './services/assistant'
import { appError } from '../shared/errors'
import { HistoryInvokeSchemas } from '../shared/ipc/history-contract'
import { createScrubber } from '../shared/redact'
import { defaultSettings } from '../shared/settings'
import { HISTORY_URL, PANEL_URL, registerAppScheme, serveApp } from './windows/app-protocol'
import { systemFiles } from './windows/file-chooser'
import { hardenContents, hardenSession } from './windows/hardening'
import { createHistoryWindow } from './windows/history-window'
import { createPanelWindow, loadPanel } from './windows/panel-window'
import { createTray } from './windows/tray'

const LIGHT = '#f7f7f5'
const DARK = '#1b1b1d'
/** Compiling two worklets takes 0.1 s, on a busy machine 0.5 s. Without ears and mouth one can still type. */
const EARS_BOUND_MS = 5_000

// The page plays answers nobody clicked for.
app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required')
registerAppScheme()
hardenContents()

/** Wires adapters, services, doors and windows together; the only file that sees them all. */
async function start(): Promise<void> {
  const root = app.getAppPath()
  const scrubber = createScrubber()
  const logger = createFileLogger(app.getPath('logs'), app.commandLine.hasSwitch('verbose'), scrubber.scrub)
  const traceDir = app.commandLine.getSwitchValue('trace-dir')
  const trace = traceDir === '' ? noTrace : createTraceFile(traceDir, systemTimers, app.commandLine.hasSwitch('trace-audio'), scrubber.scrub)
  const environment = await readEnvironmentSecrets({
    onStdin: app.commandLine.hasSwitch('secrets-on-stdin'),
    dotEnvPath: app.isPackaged ? null : join(root, '.env'),
  })
  await app.whenReady()
  hardenSession()
  serveApp(join(root, 'out', 'renderer'), (image) => assistant.image(image))

  // To see what a bad server does to a talk (the demo, developers): it touches the built-in endpoint only.
  const practice = await startPracticeServer({ faults: readFaults(app.commandLine.getSwitchValue('practice-faults')) })
  const preload = join(root, 'out', 'preload', 'index.cjs')
  const background = nativeTheme.shouldUseDarkColors ? DARK : LIGHT
  const panel = createPanelWindow(preload, background)
  const historyFolder = join(app.getPath('userData'), 'history')
  const records = createHistoryWindow(preload, background, () => assistant.historyClosed())
  const history = createHistoryStore({ folder: historyFolder, worker: new URL('./history-worker.js', import.meta.url) })
  const push = createPush(() => (panel.window.isDestroyed() ? null : panel.window.webContents))
  const pushRecords = createPush(() => records.page())
  const road = createAudioRoad((command) => push('audio:command', command))
  const ears = Promise.withResolvers<void>()
  const tray = createTray(join(root, 'resources', 'tray'), {
    togglePanel: (near) => panel.toggle(near),
    showSettings: () => {
      panel.show()
      push('show', 'settings')
    },
    setMode: (mode) => assistant.setMode(mode),
    newConversation: () => assistant.newConversation({ private: false }),
    showHistory: () => records.show(),
    quit: () => app.quit(),
  })
  const assistant = createAssistant({
    transport: wsTransport,
    audio: road.port,
    hotkeys: createHotkeySource({ keysCanBeHooked: process.env['XDG_SESSION_TYPE'] !== 'wayland', timers: systemTimers }),
    secretStore: keytarSecretStore,
    environmentSecrets: environment,
    settingsStore: createSettingsStore(app.getPath('userData'), defaultSettings(process.platform), () => new Date().toISOString().slice(0, 10)),
    history,
    historyFolder,
    files: systemFiles,
    historySinks: {
      changed: (change) => pushRecords('history:changed', change),
      job: (job) => pushRecords('history:job', job),
      playing: (playing) => pushRecords('history:playing', playing),
    },
    timers: systemTimers,
    wallClock: Date.now,
    mint: timeId,
    secretUsed: scrubber.learn,
    random: Math.random,
    logger,
    trace,
    practice: { url: practice.url, token: practice.token },
    platform: process.platform,
    keysHeld: (labels) => push('hotkey:held', labels),
    sinks: {
      view: (view) => {
        push('view', view)
        tray.show(view)
      },
      items: (patch) => push('items', patch),
    },
  })

  guardAgainstCrashes(logger, () => assistant.notify(appError('unexpected')))
  const page = panel.window.webContents
  const isPage = (page: WebContents | null, url: string, { sender, senderFrame }: Sender) =>
    page !== null && sender === page && senderFrame === page.mainFrame && senderFrame.url === url
  const door = createIpcDoor(
    (channel, sender) => (channel in HistoryInvokeSchemas ? isPage(records.page(), HISTORY_URL, sender) : isPage(page, PANEL_URL, sender)),
    logger,
  )
  routeHistory(door, history, assistant, () => panel.show())
  route(door, assistant, {
    hidePanel: () => panel.hide(),
    openHistory: () => records.show(),
    audioReady: () => {
      road.attach(page)
      assistant.audioReady()
      ears.resolve()
    },
    audioReport: (report) => {
      trace.mark('audio-report', report)
      road.report(report)
    },
  })
  followLifecycle({
    showPanel: () => panel.show(),
    keysLost: () => assistant.keysLost(),
    keysDoubted: () => assistant.keysDoubted(),
    resumed: () => assistant.resumed(),
    stop: async () => {
      panel.allowClose()
      await assistant.stop()
      await practice.close()
    },
  })
  await loadPanel(panel.window, (reason) => {
    logger.error('page gone', { reason })
    assistant.pageLost()
  })
  // What came before the page has its ports would be lost: a key, an answer.
  systemTimers.after(EARS_BOUND_MS, () => ears.resolve())
  await ears.promise
  await assistant.start()
  if (!app.commandLine.hasSwitch('hidden')) panel.show()
  trace.mark('started', { electron: process.versions.electron })
  logger.info('started', { electron: process.versions.electron })
}

if (isFirstInstance()) void start()
else app.quit()
