import { constants, setPriority } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'

/** Takes a core from everybody for 200 ms to `worst` ms, again and again, until whoever started it is gone. */
const worst = Number(process.argv[2])
const SHORTEST_MS = 200
const REST_MS = { least: 1_000, most: 4_000 }

process.stdin.resume().on('end', () => process.exit())
try {
  setPriority(constants.priority.PRIORITY_HIGHEST)
} catch (cause) {
  console.log(`At ordinary priority: ${String(cause)}`)
}

const between = (/** @type {number} */ least, /** @type {number} */ most) => least + Math.random() * (most - least)

for (;;) {
  await delay(between(REST_MS.least, REST_MS.most))
  for (const end = performance.now() + between(SHORTEST_MS, worst); performance.now() < end; );
}
