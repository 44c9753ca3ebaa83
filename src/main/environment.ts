import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { readEnvironmentSecrets } from './app/adapters/environment-secrets'
import { systemTimers } from './platform/adapters/system-timers'
import { createTraceFile, noTrace } from './platform/adapters/trace-file'
import type { Logger, TraceSink } from './platform/ports'
import { readFaults } from './practice/faults/faults'
import { readScript } from './practice/script/read-script'
import type { ScriptedResponse } from './practice/script/script'
import { PracticeHost } from './practice/server/host'
import { startPracticeServer } from './practice/server/server'
import { errorTrace } from '../shared/errors/error-trace'
import { type AppError, appError } from '../shared/errors/errors'
import type { Scrubber } from '../shared/errors/redact'

export interface Environment {
  readonly secrets: Readonly<Record<string, string>>
  /** What the person is told once they can see it. */
  readonly notices: readonly AppError[]
}

/** The keys of a developer's environment; where it is packaged, none. */
export async function readEnvironment(logger: Logger): Promise<Environment> {
  const notices: AppError[] = []
  const secrets = await readEnvironmentSecrets({
    onStdin: !app.isPackaged && app.commandLine.hasSwitch('secrets-on-stdin'),
    dotEnvPath: app.isPackaged ? null : join(app.getAppPath(), '.env'),
    unreadable: (cause) => {
      logger.warn('environment file not read', { cause: errorTrace(cause) })
      notices.push(appError('env-unreadable'))
    },
    open: () => notices.push(appError('env-open')),
  })
  return { secrets, notices }
}

/** What the command line asks to be written down. */
export function createTrace(scrubber: Scrubber): TraceSink {
  const folder = app.commandLine.getSwitchValue('trace-dir')
  return folder === '' ? noTrace : createTraceFile(folder, systemTimers, app.commandLine.hasSwitch('trace-audio'), scrubber.scrub)
}

/** The built-in endpoint. To see what a bad server does to a talk (the demo, developers), it can be told to be one, and what to say. */
export function createPractice(): PracticeHost {
  const faults = app.isPackaged ? [] : readFaults(app.commandLine.getSwitchValue('practice-faults'))
  const script = app.isPackaged ? [] : scriptIn(app.commandLine.getSwitchValue('practice-script'))
  return new PracticeHost(() => startPracticeServer({ faults, script }), systemTimers)
}

/** Whoever starts Parley from its sources with a script that cannot be read wants to know. */
function scriptIn(path: string): readonly ScriptedResponse[] {
  if (path === '') return []
  const script = readScript(readFileSync(path, 'utf8'))
  if (script === null) throw new Error(`"${path}" is no JSON list of scripted responses.`)
  return script
}
