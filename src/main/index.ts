import { join } from 'node:path'
import { app, clipboard } from 'electron'
import { followLifecycle } from './app/adapters/app-lifecycle'
import { createAudioRoad } from './platform/adapters/audio-port'
import { pulseDucking } from './sound/adapters/ducking-pulse'
import { createSettingsStore } from './app/adapters/settings-store'
import { readEnvironmentSecrets } from './app/adapters/environment-secrets'
import { createHistoryStore } from './history/adapters/worker-store'
import { createHotkeySource } from './hotkeys/adapters/hotkey-source'
import { keytarSecretStore } from './app/adapters/keytar-secret-store'
import { pulseDevices } from './sound/adapters/pulse-devices'
import { pulseEvents } from './sound/adapters/pulse-events'
import { systemTimers } from './platform/adapters/system-timers'
import { timeId } from './platform/adapters/time-ids'
import { createTraceFile, noTrace } from './platform/adapters/trace-file'
import { wsTransport } from './providers/adapters/ws-transport'
import { createIpcDoor } from './ipc/handle'
import { mayUse } from './ipc/page-rights'
import { createPush } from './ipc/push'
import { windowRoutes } from './ipc/window-routes'
import { readFaults } from './practice/faults/faults'
import { createPracticeHost } from './practice/server/host'
import { startPracticeServer } from './practice/server/server'
import { systemParts } from './tools/adapters/system-parts'
import { createBuiltInSource } from './tools/sources/built-in/built-in-source'
import { createAssistant } from './app/assistant'
import { StartError } from './app/adapters/start-failure'
import type { Logger } from './platform/ports'
import { errorTrace } from '../shared/errors/error-trace'
import { appError, type AppError } from '../shared/errors/errors'
import { talksTo } from '../shared/onboarding'
import { ownText } from '../shared/text/own-text'
import type { Scrubber } from '../shared/errors/redact'
import { defaultSettings } from '../shared/settings'
import { PANEL_URL, registerAppScheme, serveApp } from './windows/app-protocol'
import { createConfirm } from './windows/confirm'
import { systemFiles } from './windows/file-chooser'
import { keepPage } from './windows/kept-page'
import { createKeyRecordingPlace } from './windows/key-recording'
import { cardPlaces } from './windows/card-places'
import { handOnPanel } from './windows/hand-on-panel'
import { hardenContents, hardenSessions, NAMES_OF_MAIN } from './windows/hardening'
import { applyTheme, createZoom, followZoomKeys } from './windows/look'
import { pageSession } from './windows/page-session'
import { followSeen } from './windows/panel-window'
import { useOwnMenu } from './windows/mac-menu'
import { createRoom } from './windows/room'
import { followScreens } from './windows/screens'
import { createShow } from './windows/show'
import { createTray } from './windows/tray'
import { createWindows } from './windows/windows'

/** Compiling two worklets takes 0.1 s, on a busy machine 0.5 s. Without capture and playback one can still type. */
const AUDIO_HOST_BOUND_MS = 5_000
/** A page says something within a second, on a machine that swaps within some. One that has lost a file never does. */
const PAGE_BOUND_MS = 30_000

// The page plays answers nobody clicked for.
app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required')
app.commandLine.appendSwitch('host-resolver-rules', NAMES_OF_MAIN)
// It would send what the microphone hears to a company nobody has chosen.
app.commandLine.appendSwitch('disable-speech-api')
registerAppScheme()
hardenContents()
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox() // also for a window that forgets to ask for it; root has none to give
useOwnMenu()

export interface StartParts {
  readonly logger: Logger
  readonly scrubber: Scrubber
  /** What is to be done from now on: before the end, and when something throws that nobody catches. */
  readonly running: { stop: () => Promise<void>; tell: (cause: unknown) => void }
  /** There is no going on. */
  readonly fail: (cause: unknown) => void
}

/** Wires adapters, services, doors and windows together; the only file that sees them all. Rejects where nothing can begin. */
export async function start({ logger, scrubber, running, fail }: StartParts): Promise<void> {
  const root = app.getAppPath()
  const isWayland = process.env['XDG_SESSION_TYPE'] === 'wayland'
  const traceDir = app.commandLine.getSwitchValue('trace-dir')
  const trace = traceDir === '' ? noTrace : createTraceFile(traceDir, systemTimers, app.commandLine.hasSwitch('trace-audio'), scrubber.scrub)
  const told: AppError[] = []
  const environment = await readEnvironmentSecrets({
    onStdin: !app.isPackaged && app.commandLine.hasSwitch('secrets-on-stdin'),
    dotEnvPath: app.isPackaged ? null : join(root, '.env'),
    unreadable: (cause) => {
      logger.warn('environment file not read', { cause: errorTrace(cause) })
      told.push(appError('env-unreadable'))
    },
    open: () => told.push(appError('env-open')),
  })
  await app.whenReady()
  await hardenSessions(() => windows.page('panel'))
  serveApp(pageSession(), join(root, 'out', 'renderer'), (image) => assistant.image(image))

  // To see what a bad server does to a talk (the demo, developers): it touches the built-in endpoint only.
  const faults = app.isPackaged ? [] : readFaults(app.commandLine.getSwitchValue('practice-faults'))
  const practice = createPracticeHost(() => startPracticeServer({ faults }), systemTimers.after)
  const preload = join(root, 'out', 'preload', 'index.cjs')
  const settingsStore = createSettingsStore(app.getPath('userData'), defaultSettings(process.platform), () => new Date().toISOString().slice(0, 10))
  applyTheme(settingsStore.read()) // before the first window has its colour
  const room = createRoom()
  const applyZoom = createZoom(room)
  followZoomKeys(() => assistant.view().settings.zoom, (zoom) => assistant.updateSettings({ zoom }))
  const windows = createWindows(preload, room, {
    history: () => assistant.pageClosed('history'),
    settings: () => assistant.pageClosed('settings'),
  })
  const { panel } = windows
  const historyFolder = join(app.getPath('userData'), 'history')
  const history = createHistoryStore({ folder: historyFolder, worker: new URL('./history-worker.js', import.meta.url) })
  const push = createPush(() => windows.page('panel'))
  const pushRecords = createPush(() => windows.page('history'))
  const show = createShow(windows, { view: () => assistant.view(), tail: () => assistant.tail(), put: (place) => assistant.updateSettings({ indicatorPlace: place }) })
  const road = createAudioRoad((command) => push('audio:command', command))
  const audioHost = Promise.withResolvers<void>()
  const seen = Promise.withResolvers<void>()
  const tray = createTray(join(root, 'resources', 'tray'), {
    togglePanel: (near) => panel.toggle(near),
    showSettings: () => show.openSettings(null),
    setMode: (mode) => assistant.setMode(mode),
    newConversation: () => assistant.newConversation({ private: false }),
    showHistory: () => windows.history.show(),
    quit: () => app.quit(),
  })
  const recordingPlace = createKeyRecordingPlace(
    (page) => page === 'settings' || (page === 'panel' && assistant.view().settings.onboarding === 'key'),
    () => assistant.leaveRecording(),
  )
  const assistant = createAssistant({
    transport: wsTransport,
    audio: road.port,
    systemSound: pulseDevices(process.platform),
    ducking: pulseDucking({ platform: process.platform, file: join(app.getPath('userData'), 'lowered.json'), ourPids: () => app.getAppMetrics().map(({ pid }) => pid), logger }),
    soundEvents: pulseEvents(process.platform),
    hotkeys: createHotkeySource({ keysCanBeHooked: !isWayland, timers: systemTimers }),
    secretStore: keytarSecretStore,
    environmentSecrets: environment,
    settingsStore,
    copy: (text) => clipboard.writeText(text),
    history,
    historyFolder,
    files: systemFiles,
    confirm: createConfirm(),
    historySinks: {
      changed: (change) => pushRecords('history:changed', change),
      job: (job) => pushRecords('history:job', job),
      playing: (playing) => pushRecords('history:playing', playing),
    },
    timers: systemTimers,
    wallClock: Date.now,
    ...(app.commandLine.hasSwitch('short-sessions') ? { shortestLifeMs: 0 } : {}), // for tests: sessions of seconds are believed
    mint: timeId,
    secretUsed: scrubber.learn,
    secretGone: scrubber.forget,
    random: Math.random,
    logger,
    trace,
    practice: practice.address,
    platform: process.platform,
    keysHeld: (labels) => {
      if (recordingPlace.page === 'panel') push('hotkey:held', labels)
      if (recordingPlace.page === 'settings') show.keysHeld(labels)
    },
    toolSources: () => [createBuiltInSource({ ...systemParts({ timers: systemTimers, isWayland, screenSeen: () => undefined }), clock: Date.now, timers: systemTimers, mint: timeId })],
    cardPlaces: cardPlaces(panel.window, windows.indicator),
    handOnPanel: handOnPanel(panel.window, systemTimers.now),
    keyTried: (now) => push('key:tried', now),
    sinks: {
      view: (view) => {
        push('view', view)
        show.viewChanged(view)
        practice.chosen(talksTo(view.settings).kind === 'practice')
        applyTheme(view.settings)
        applyZoom(view.settings)
        tray.show(view)
      },
      items: (patch) => {
        push('items', patch)
        show.itemsChanged()
      },
    },
  })

  running.tell = () => assistant.notify(appError('unexpected'))
  const page = panel.window.webContents
  const door = createIpcDoor((channel, { sender, senderFrame }) => {
    const name = windows.nameOf(sender, senderFrame)
    if (name === 'panel') seen.resolve()
    const inFirstSteps = () => assistant.view().settings.onboarding !== 'done'
    return name !== null && mayUse(name, channel, inFirstSteps) && (channel !== 'hotkey:record' || recordingPlace.enter(name, sender))
  }, logger)
  assistant.routes(door, () => panel.show())
  windowRoutes(door, {
    hidePanel: () => panel.hide(),
    showPanel: () => panel.show(),
    openHistory: () => windows.history.show(),
    ...show,
    audioReady: () => {
      road.attach(page)
      assistant.audioReady()
      audioHost.resolve()
    },
    audioReport: (report) => {
      trace.mark('audio-report', report)
      road.report(report)
    },
  })
  running.stop = async () => {
    panel.allowClose()
    await assistant.stop()
    await practice.close()
  }
  followLifecycle({
    showPanel: () => panel.show(),
    asleep: () => assistant.asleep(),
    locked: (on) => assistant.locked(on),
    resumed: () => assistant.resumed(),
    stop: running.stop,
  })
  followScreens(windows.indicator.putBack)
  followSeen(panel.window, (isSeen) => push('panel:seen', isSeen))
  page.once('preload-error', () => fail(new StartError('incomplete')))
  keepPage(page, PANEL_URL, systemTimers, {
    crashed: (reason) => {
      logger.error('page gone', { reason: ownText(reason) })
      assistant.pageLost()
    },
    hopeless: () => fail(new StartError('page')),
  })
  systemTimers.after(PAGE_BOUND_MS, () => seen.reject(new StartError('page')))
  await seen.promise
  // What came before the page has its ports would be lost: a key, an answer.
  systemTimers.after(AUDIO_HOST_BOUND_MS, () => audioHost.resolve())
  await audioHost.promise
  await assistant.start()
  for (const each of told) assistant.notify(each)
  if (!app.commandLine.hasSwitch('hidden')) panel.show()
  trace.mark('started', { electron: process.versions.electron })
  logger.info('started', { electron: ownText(process.versions.electron) })
}
