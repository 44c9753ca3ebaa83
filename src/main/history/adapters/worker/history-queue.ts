import { writeFileSync } from 'node:fs'
import type { AppError } from '../../../../shared/errors/errors'
import { PRIVATE_FILE } from '../../../platform/adapters/private-files'
import type { FromWorker, ToWorker } from '../../../platform/worker/protocol'
import { createQueue, type AnyTask } from '../../../platform/worker/queue'
import type { WorkName } from '../work'
import { TASKS } from './calls'
import { suspectPath } from './database/files'
import { failureOf } from './failures'
import { sweep } from './removal/sweep'
import type { Session } from './session'
import { createSessionHolder } from './session-holder'

/** The requests of one history. */
export function createHistoryQueue(folder: string, post: (message: FromWorker) => void): (message: ToWorker) => void {
  const holder = createSessionHolder(folder)
  return createQueue<Session>({
    taskOf: (name) => TASKS[name as WorkName] as AnyTask<Session>,
    open: (at, aside) => holder.get(at, (session) => aside('sweep', () => sweep(session))),
    close: () => holder.close(),
    failed: (cause) => answered(folder, cause),
    post,
  })
}

/** Damage also leaves the mark by which the next start looks at all of the database. */
function answered(folder: string, cause: unknown): AppError {
  const error = failureOf(cause, folder)
  if (error.tag === 'history-damaged') markSuspect(folder)
  return error
}

function markSuspect(folder: string): void {
  try {
    writeFileSync(suspectPath(folder), '', { mode: PRIVATE_FILE })
  } catch {
    // A full disk: the damage will be met again.
  }
}
