import { parentPort, workerData } from 'node:worker_threads'
import { onlyProvedHosts } from '../../../platform/adapters/proved-hosts'
import type { ToWorker } from '../../../platform/worker/protocol'
import { speakAsMain } from '../../../platform/worker/worker-language'
import type { KnowledgeWorkerStart } from '../work'
import { createKnowledgeQueue } from './knowledge-queue'

/** Runs in a thread of its own: SQLite blocks the one it runs in, and here an extension is loaded. */
const port = parentPort
if (port === null) throw new Error('this module is a worker')

onlyProvedHosts()
speakAsMain(workerData)
const receive = createKnowledgeQueue(workerData as KnowledgeWorkerStart, (message) => port.postMessage(message))
port.on('message', (message: ToWorker) => receive(message))
