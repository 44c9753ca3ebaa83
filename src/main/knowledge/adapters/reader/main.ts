import { parentPort, workerData } from 'node:worker_threads'
import { FILE_LIMITS } from '../../core/limits'
import type { FromReader, ReaderStart, ToReader } from './messages'
import { createPace } from './pace'
import { readFile } from './read-file'

/** Runs in a thread of its own, which may hang or burst: whoever asks ends it then. */
const port = parentPort
if (port === null) throw new Error('this module is a worker')

const gate = new Int32Array((workerData as ReaderStart).gate)
port.on('message', ({ id, kind, bytes }: ToReader) => {
  void readFile(kind, bytes, createPace(gate, FILE_LIMITS.softMs)).then((outcome) => port.postMessage({ id, outcome } satisfies FromReader))
})
