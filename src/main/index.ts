import { join } from 'node:path'
import { app } from 'electron'
import { followLifecycle } from './app/adapters/app-lifecycle'
import { createSettingsStore } from './app/adapters/settings-store'
import { type Assistant, createAssistant } from './app/assistant'
import { createDesktop } from './desktop'
import { openDoors } from './doors'
import { createPractice, createTrace, readEnvironment } from './environment'
import { createFeatureMachine } from './feature-machine'
import { featuresOn } from './features'
import { createPush, pushTo } from './ipc/push'
import { createMachine } from './machine'
import { loadPanel, PanelProgress } from './panel-page'
import { createAudioRoad } from './platform/adapters/audio-port'
import { systemTimers } from './platform/adapters/system-timers'
import { FactQueue } from './platform/fact-queue'
import type { Logger, TraceSink } from './platform/ports'
import { shownBy, type ShownFact, showing } from './shown'
import { appError } from '../shared/errors/errors'
import type { Scrubber } from '../shared/errors/redact'
import { defaultSettings } from '../shared/settings'
import { ownText } from '../shared/text/own-text'
import { registerAppScheme, serveApp } from './windows/safety/app-protocol'
import { SeenPlaces } from './windows/screens/card-places'
import { createConfirm } from './windows/confirm'
import { systemFiles } from './windows/file-chooser'
import { PanelHand } from './windows/hand-on-panel'
import { hardenContents, hardenSessions, NAMES_OF_MAIN } from './windows/safety/hardening'
import { applyTheme } from './windows/look'
import { useOwnMenu } from './windows/menus/mac-menu'
import { pageSession } from './windows/safety/page-session'
import { Pages } from './windows/pages'
import type { PanelWindow } from './windows/panel/panel-window'
import { followScreens } from './windows/screens/screens'

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

/** Platform, features and talk, windows, in that order; the only file that sees them all. Rejects where nothing can begin. */
export async function start(parts: StartParts): Promise<void> {
  const { logger, scrubber } = parts
  const trace = createTrace(scrubber)
  const environment = await readEnvironment(logger)
  await app.whenReady()
  const base = { ...(await createBase(logger)), trace }
  const machine = createMachine({ logger, scrubber })
  const features = featuresOn(createFeatureMachine({ logger, records: machine.history, approveKey: machine.hotkeys, ...base.cards }))
  const assistant = createAssistant({ ...machine, ...forAssistant(base), environmentSecrets: environment.secrets }, features)
  const progress = new PanelProgress()
  const panel = openWindows({ ...parts, ...base, assistant, progress })
  await progress.arrived()
  await assistant.start()
  for (const each of environment.notices) assistant.notify(each)
  if (!app.commandLine.hasSwitch('hidden')) panel.show()
  trace.mark('started', { electron: process.versions.electron })
  logger.info('started', { electron: ownText(process.versions.electron) })
}

type Base = Awaited<ReturnType<typeof createBase>> & { readonly trace: TraceSink }

/** What is there before the first window: the doors of the pages, practice, settings, the sound's road. */
async function createBase(logger: Logger) {
  const pages = new Pages()
  await hardenSessions(() => pages.page('panel'))
  const practice = createPractice()
  const settingsStore = createSettingsStore(app.getPath('userData'), defaultSettings(process.platform), () => new Date().toISOString().slice(0, 10))
  applyTheme(settingsStore.read()) // before the first window has its colour
  const push = { panel: createPush(() => pages.page('panel')), to: pushTo((name) => pages.page(name)) }
  const road = createAudioRoad((command) => push.panel('audio:command', command))
  const shown = new FactQueue<ShownFact>(logger)
  const cards = { places: new SeenPlaces(), hand: new PanelHand(systemTimers.now) }
  return { pages, practice, settingsStore, push, road, shown, cards }
}

/** As far as the assistant has to know of it. */
function forAssistant({ shown, push, road, settingsStore, trace, practice }: Base) {
  return {
    ...shownBy(shown.post, push),
    audio: road.port,
    settingsStore,
    files: systemFiles,
    confirm: createConfirm(),
    trace,
    practice: () => practice.address(),
  }
}

interface WindowParts extends StartParts, Base {
  readonly assistant: Assistant
  readonly progress: PanelProgress
}

function openWindows({ assistant, progress, pages, push, road, shown, cards, practice, trace, logger, running, fail }: WindowParts): PanelWindow {
  serveApp(pageSession(), join(app.getAppPath(), 'out', 'renderer'), assistant.image)
  const desktop = createDesktop(pages, assistant, systemTimers)
  const { panel, indicator } = desktop.windows
  cards.places.watch(panel.window, indicator)
  cards.hand.watch(panel.window)
  shown.handle(showing({ ...desktop, push: push.panel, practice }))
  running.tell = () => assistant.notify(appError('unexpected'))
  running.stop = async () => {
    panel.allowClose()
    indicator.leave()
    await assistant.stop()
    await practice.close()
  }
  openDoors({
    assistant, desktop, pages, logger,
    panelSeen: progress.seen,
    audioReady: () => {
      road.attach(panel.window.webContents)
      assistant.audioReady()
      progress.hasAudio()
    },
    audioReport: (report) => {
      trace.mark('audio-report', report)
      road.report(report)
    },
  })
  followLifecycle({ ...assistant, stop: running.stop, stuck: () => logger.warn('a window did not close'), showPanel: () => panel.show() })
  followScreens(() => {
    panel.movedByUs()
    indicator.putBack()
  }, systemTimers)
  loadPanel({ panel, push: push.panel, logger, lost: assistant.pageLost, fail })
  return panel
}
