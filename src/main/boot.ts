import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { createFileLogger } from './platform/adapters/file-logger'
import { closeAllToOthers } from './platform/adapters/private-files'
import { systemTimers } from './platform/adapters/system-timers'
import { guardAgainstCrashes, isFirstInstance, stopInTime } from './app/adapters/app-lifecycle'
import { createLastWords, folderFault, StartError } from './app/adapters/start-failure'
import type { StartParts } from './index'
import { refusedStart } from './app/refused-switches'
import { createScrubber } from '../shared/errors/redact'
import { LANGUAGE_SWITCH, readLanguage } from '../shared/words/language'
import { speak } from '../shared/words/say'

/** A start takes a second or two; one that takes this long waits for something that will not come. */
const START_BOUND_MS = 60_000

/**
 * Begins everything, and stays small: what cannot be loaded or started is told from here, in a box, and the process ends. It must never
 * stay behind without a window, holding the lock that keeps the next one away.
 */
const scrubber = createScrubber()
const logger = createFileLogger({ folder: logFolder(), verbose: app.commandLine.hasSwitch('verbose'), scrub: scrubber.scrub, timers: systemTimers })
app.on('quit', logger.flush)
speak(readLanguage(app.commandLine.getSwitchValue(LANGUAGE_SWITCH))) // before the first word, which may be why there is no start

const running: StartParts['running'] = { stop: () => Promise.resolve(), tell: () => undefined }
const last = createLastWords(logger, () => stopInTime(() => running.stop()))
running.tell = (cause) => last.fail(cause)
guardAgainstCrashes(logger, (cause) => running.tell(cause))

const fault = switchFault() ?? folderFault(app.getPath('userData'))
if (fault !== null) last.fail(fault)
else if (isFirstInstance()) await begin()
else app.quit()

/** From source everything may be tried. */
function switchFault(): StartError | null {
  if (!app.isPackaged) return null
  const refused = refusedStart({ args: process.argv.slice(1), isTestBuild: existsSync(join(process.resourcesPath, 'TEST-BUILD')), isRoot: process.getuid?.() === 0 })
  return refused === null ? null : new StartError(refused)
}

/** Electron makes the folder when it is asked for its name, and throws where it cannot. */
function logFolder(): string {
  try {
    return app.getPath('logs')
  } catch {
    return join(app.getPath('userData'), 'logs')
  }
}

/** The folder itself is closed by now; behind the start, as there may be thousands of sound files in it. */
function closeOldFiles(): Promise<void> {
  return closeAllToOthers(app.getPath('userData'))
}

async function begin(): Promise<void> {
  try {
    const { start } = await import('./index')
    const unbind = systemTimers.after(START_BOUND_MS, () => last.fail(new StartError('unexpected')))
    // Not awaited: Electron is ready only when this file has ended.
    void start({ logger, scrubber, running, fail: last.fail }).then(unbind, last.fail).then(closeOldFiles)
  } catch (cause) {
    last.fail(cause)
  }
}
