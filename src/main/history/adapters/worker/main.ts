import { parentPort, workerData } from 'node:worker_threads'
import type { FromWorker, ToWorker } from '../../../platform/worker/protocol'
import { speakAsMain } from '../../../platform/worker/worker-language'
import type { HistoryWorkerStart } from '../work'
import { createHistoryQueue } from './history-queue'

/** Runs in a thread of its own: SQLite and FLAC block the one they run in. */
const port = parentPort
if (port === null) throw new Error('this module is a worker')

speakAsMain(workerData)
const receive = createHistoryQueue((workerData as HistoryWorkerStart).folder, (message) => port.postMessage(message, soundIn(message)))
port.on('message', (message: ToWorker) => receive(message))

/** Sound is handed over, not copied. */
function soundIn(message: FromWorker): ArrayBuffer[] {
  if (message.kind !== 'answer' || !message.result.ok) return []
  const { value } = message.result
  return value instanceof Int16Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : []
}
