// The worker as it is, but it dies of every "saveUsage".
import { parentPort } from 'node:worker_threads'

// First: a port hands out its messages as soon as anybody listens.
await import('./worker-from-sources.mjs')
parentPort?.on('message', (message) => {
  if (message.name === 'saveUsage') process.exit(1)
})
