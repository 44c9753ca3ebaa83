// The real reader, but for files that say so: HANG never ends, BURST asks for all the memory there is.
import { parentPort } from 'node:worker_threads'

// First: a message goes only to those who listen when it is given out, and a listener of ours alone would swallow it.
await import('./reader-from-sources.mjs')
parentPort.on('message', ({ bytes }) => {
  const text = Buffer.from(bytes).toString()
  if (text.includes('HANG')) for (;;);
  const held = []
  while (text.includes('BURST')) held.push(new Array(2_000_000).fill({}))
})
