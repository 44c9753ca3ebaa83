import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from '../../../../scripts/lib/app-build.mjs'
import { ROOT } from '../../../../scripts/lib/paths.mjs'
import { runTool } from '../../../../scripts/rig/part'
import { startRig, type Rig } from '../../../e2e/support/sound/rig'
import { bareTray, bareTwoWay } from './bare'
import { type Endpoint, startEndpoint } from './endpoint'
import { freshStart, prepareParley, talkTwoWay } from './parley'
import type { Spent } from './profile'
import { measureIdle } from './idle'
import { measureStart } from './starting'
import { Measured, printTable, tableOf } from './table'
import type { TwoWay } from './two-way'

export interface BesideOptions {
  readonly rounds: number
  /** Built folders of Parley by name; this one is `parley`. */
  readonly builds: ReadonlyMap<string, string>
  readonly out: string | null
}

const BARE = 'bare'
const STARTS_A_ROUND = 3
const FUNCTIONS = 25
/** Far below what a server takes for speech, and not the digital zeros of a dead microphone. */
const NOISE = ['synth', '3600', 'whitenoise', 'vol', '0.002']

/** What Parley costs beside the least that could do the same, on the same Electron, in turns. */
export async function benchBeside({ rounds, builds, out }: BesideOptions): Promise<void> {
  await ensureBuilt()
  const [rig, endpoint] = [await startRig(), await startEndpoint()]
  try {
    const noise = join(rig.folder, 'noise.wav')
    await runTool('sox', ['-n', '-r', '24000', '-c', '1', '-b', '16', noise, ...NOISE], rig.env)
    const speech = rig.startSpeaking(noise)
    const measured = await measureAll({ rig, endpoint, rounds, builds: new Map([...builds, ['parley', ROOT]]) })
    await speech.stop()
    const table = tableOf(measured.figures, BARE)
    printTable(table)
    printProfiles(measured.profiles)
    if (out !== null) writeFileSync(out, `${JSON.stringify({ rounds, table, profiles: Object.fromEntries(measured.profiles) }, null, 2)}\n`)
  } finally {
    endpoint.stop()
    await rig.stop()
  }
}

interface Bench {
  readonly rig: Rig
  readonly endpoint: Endpoint
  readonly rounds: number
  readonly builds: ReadonlyMap<string, string>
}

async function measureAll({ rig, endpoint, rounds, builds }: Bench) {
  const figures = new Measured()
  const profiles = new Map<string, readonly Spent[]>()
  const prepared = new Map<string, string>()
  for (const [name, root] of builds) prepared.set(name, await prepareParley(rig, root, endpoint))
  const hidden = (name: string, root: string) => freshStart(rig, root, prepared.get(name) ?? '', '--hidden')
  const starts = () => new Map([[BARE, bareTray(rig)], ...[...builds].map(([name, root]) => [name, hidden(name, root)] as const)])
  const noteTwoWay = (name: string, { mainCpuMs, threadCpuMs, allCpuMs, script }: TwoWay) => {
    figures.add(name, {
      'two-way sound, 20 s: processor time of main, ms': mainCpuMs,
      'two-way sound, 20 s: of it its main thread, ms': threadCpuMs,
      'two-way sound, 20 s: JavaScript of main, ms': script.scriptMs,
      'two-way sound, 20 s: of it behind the socket, ms': script.writeMs,
      'two-way sound, 20 s: JavaScript of main without that, ms': script.scriptMs - script.writeMs,
      'two-way sound, 20 s: processor time of all processes, ms': allCpuMs,
    })
    profiles.set(name, script.functions.slice(0, FUNCTIONS))
  }
  for (const start of starts().values()) await measureStart(rig, start) // the first reads the disk
  for (let round = 0; round < rounds; round += 1) {
    console.log(`Round ${String(round + 1)} of ${String(rounds)} …`)
    noteTwoWay(BARE, await bareTwoWay(rig, endpoint))
    for (const [name, root] of builds) noteTwoWay(name, await talkTwoWay(rig, root, prepared.get(name) ?? '', endpoint))
    for (let each = 0; each < STARTS_A_ROUND; each += 1) {
      for (const [name, start] of starts()) {
        const { trayMs, readyMs } = await measureStart(rig, start)
        figures.add(name, { 'start to tray, ms': trayMs, 'start until ready, ms': readyMs })
      }
    }
    for (const [name, start] of starts()) {
      const { cpuPercent, residentMib, proportionalMib, mainResidentMib } = await measureIdle(rig, start)
      figures.add(name, { 'idle: processor, % of a core': cpuPercent, 'idle: memory, MiB, shared parts counted once': proportionalMib, 'idle: memory, MiB, resident': residentMib, 'idle: memory of main, MiB, resident': mainResidentMib })
    }
  }
  return { figures, profiles }
}

function printProfiles(profiles: ReadonlyMap<string, readonly Spent[]>): void {
  for (const [name, functions] of profiles) {
    console.log(`\n${name}: where main's JavaScript spent 20 s of two-way sound, last round, ms`)
    for (const { where, ms } of functions) console.log(`${ms.toFixed(1).padStart(8)}  ${where}`)
  }
}
