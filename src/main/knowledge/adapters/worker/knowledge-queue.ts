import type { AppError } from '../../../../shared/errors/errors'
import type { FromWorker, ToWorker } from '../../../platform/worker/protocol'
import { createQueue, type AnyTask } from '../../../platform/worker/queue'
import type { KnowledgeWorkerStart, WorkName } from '../work'
import { tasksOf } from './tasks'
import { failureOf } from './failures'
import type { Session } from './session'
import { createSessionHolder, type SessionHolder } from './session-holder'

/** The requests of one index. */
export function createKnowledgeQueue(start: KnowledgeWorkerStart, post: (message: FromWorker) => void): (message: ToWorker) => void {
  const holder = createSessionHolder(start)
  const tasks = tasksOf(holder)
  return createQueue<Session>({
    taskOf: (name) => tasks[name as WorkName] as AnyTask<Session>,
    open: () => holder.get(),
    close: () => void holder.close(),
    failed: (cause) => answered(holder, cause),
    post,
  })
}

function answered(holder: SessionHolder, cause: unknown): AppError {
  const error = failureOf(cause)
  if (error.tag === 'knowledge-damaged') holder.drop()
  return error
}
