// The real reader, but for files that say so: HANG never ends, BURST asks for all the memory there is.
import { parentPort } from 'node:worker_threads'

parentPort.on('message', ({ bytes }) => {
  const text = Buffer.from(bytes).toString()
  if (text.includes('HANG')) for (;;);
  const held = []
  while (text.includes('BURST')) held.push(Array.from({ length: 100_000 }, (_, index) => ({ index })))
})
await import('./reader-from-sources.mjs')
