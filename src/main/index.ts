import { join } from 'node:path'
import { app, nativeTheme } from 'electron'
import { followLifecycle, guardAgainstCrashes, isFirstInstance } from './app-lifecycle'
import { createAudioRoad } from './adapters/audio-port'
import { createSettingsStore } from './adapters/electron-settings-store'
import { readEnvironmentSecrets } from './adapters/environment-secrets'
import { createFileLogger } from './adapters/file-logger'
import { createHotkeySource } from './adapters/hotkey-source'
import { keytarSecretStore } from './adapters/keytar-secret-store'
import { systemTimers } from './adapters/system-timers'
import { createTraceFile, noTrace } from './adapters/trace-file'
import { wsTransport } from './adapters/ws-transport'
import { createIpcDoor } from './ipc/handle'
import { createPush } from './ipc/push'
import { route } from './ipc/routes'
import { startPracticeServer } from './practice/server'
import { createAssistant } from './services/assistant'
import { appError } from '../shared/errors'
import { createScrubber } from '../shared/redact'
import { defaultSettings } from '../shared/settings'
import { PANEL_URL, registerAppScheme, serveApp } from './windows/app-protocol'
import { hardenContents, hardenSession } from './windows/hardening'
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
  serveApp(join(root, 'out', 'renderer'))

  const practice = await startPracticeServer()
  const panel = createPanelWindow(join(root, 'out', 'preload', 'index.cjs'), nativeTheme.shouldUseDarkColors ? DARK : LIGHT)
  const push = createPush(() => (panel.window.isDestroyed() ? null : panel.window.webContents))
  const road = createAudioRoad((command) => push('audio:command', command))
  const ears = Promise.withResolvers<void>()
  const tray = createTray(join(root, 'resources', 'tray'), {
    togglePanel: (near) => panel.toggle(near),
    showSettings: () => {
      panel.show()
      push('show', 'settings')
    },
    setMode: (mode) => assistant.setMode(mode),
    quit: () => app.quit(),
  })
  const assistant = createAssistant({
    transport: wsTransport,
    audio: road.port,
    hotkeys: createHotkeySource({ keysCanBeHooked: process.env['XDG_SESSION_TYPE'] !== 'wayland', timers: systemTimers }),
    secretStore: keytarSecretStore,
    environmentSecrets: environment,
    settingsStore: createSettingsStore(app.getPath('userData'), defaultSettings(process.platform), () => new Date().toISOString().slice(0, 10)),
    timers: systemTimers,
    secretUsed: scrubber.learn,
    random: Math.random,
    logger,
    trace,
    practice: { url: practice.url, token: practice.token },
    platform: process.platform,
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
  const door = createIpcDoor(({ sender, senderFrame }) => sender === page && senderFrame === page.mainFrame && senderFrame.url === PANEL_URL, logger)
  route(door, assistant, {
    hidePanel: () => panel.hide(),
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
    stop: async () => {
      panel.allowClose()
      assistant.stop()
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
