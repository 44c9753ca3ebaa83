import type { Rig } from '../../../e2e/support/sound/rig'
import { bareTray, bareTwoWay } from './bare'
import type { Endpoint } from './endpoint'
import { measureIdle } from './idle'
import { freshStart, prepareParley, talkTwoWay } from './parley'
import type { Spent } from './profile'
import type { Start } from './program'
import { measureStart } from './starting'
import { Measured } from './table'
import { SoundLost, type TwoWay } from './two-way'

export const BARE = 'bare'
export const PARTS = ['sound', 'start', 'idle'] as const
export type BenchPart = (typeof PARTS)[number]

const STARTS_A_ROUND = 3
const FUNCTIONS = 25
const TRIES = 10

const soundFigures = ({ sent, mainCpuMs, threadCpuMs, allCpuMs, pagesCpuMs, gpuCpuMs, script }: TwoWay) => ({
  'two-way sound, 20 s: share that was sent': sent,
  'two-way sound, 20 s: processor time of main, ms': mainCpuMs,
  'two-way sound, 20 s: of it its main thread, ms': threadCpuMs,
  'two-way sound, 20 s: JavaScript of main, sampled, ms': script.scriptMs,
  'two-way sound, 20 s: of it behind the socket, ms': script.writeMs,
  'two-way sound, 20 s: JavaScript of main without that, ms': script.scriptMs - script.writeMs,
  'two-way sound, 20 s: processor time of all processes, ms': allCpuMs,
  'two-way sound, 20 s: of it pages, ms': pagesCpuMs,
  'two-way sound, 20 s: of it drawing, ms': gpuCpuMs,
})

async function measured(measure: () => Promise<TwoWay>): Promise<TwoWay> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await measure()
    } catch (error) {
      if (!(error instanceof SoundLost) || tries === TRIES) throw error
      console.log(`${error.message} Once more.`)
    }
  }
}

/** The bare programs and each build of Parley, in turns, so that all meet the same machine. */
export class Rounds {
  readonly figures = new Measured()
  /** Of the last round. */
  readonly profiles = new Map<string, readonly Spent[]>()
  readonly #prepared = new Map<string, string>()

  constructor(
    private readonly rig: Rig,
    private readonly endpoint: Endpoint,
    /** Folders by name. */
    private readonly builds: ReadonlyMap<string, string>,
  ) {}

  async prepare(): Promise<void> {
    for (const [name, root] of this.builds) this.#prepared.set(name, await prepareParley(this.rig, root, this.endpoint))
    for (const start of this.#starts().values()) await measureStart(this.rig, start) // the first reads the disk
  }

  async round(parts: readonly BenchPart[]): Promise<void> {
    if (parts.includes('sound')) await this.#sound()
    if (parts.includes('start')) for (let each = 0; each < STARTS_A_ROUND; each += 1) await this.#start()
    if (parts.includes('idle')) await this.#idle()
  }

  async #sound(): Promise<void> {
    this.#noteSound(BARE, await measured(() => bareTwoWay(this.rig, this.endpoint)))
    for (const [name, root] of this.builds) this.#noteSound(name, await measured(() => talkTwoWay(this.rig, root, this.#of(name), this.endpoint)))
  }

  #noteSound(name: string, measured: TwoWay): void {
    this.figures.add(name, soundFigures(measured))
    this.profiles.set(name, measured.script.functions.slice(0, FUNCTIONS))
  }

  async #start(): Promise<void> {
    for (const [name, start] of this.#starts()) {
      const { trayMs, readyMs } = await measureStart(this.rig, start)
      this.figures.add(name, { 'start to tray, ms': trayMs, 'start until ready, ms': readyMs })
    }
  }

  async #idle(): Promise<void> {
    for (const [name, start] of this.#starts()) {
      const { cpuPercent, residentMib, proportionalMib, mainResidentMib } = await measureIdle(this.rig, start)
      this.figures.add(name, {
        'idle: processor, % of a core': cpuPercent,
        'idle: memory, MiB, shared parts counted once': proportionalMib,
        'idle: memory, MiB, resident': residentMib,
        'idle: memory of main, MiB, resident': mainResidentMib,
      })
    }
  }

  #of(name: string): string {
    const prepared = this.#prepared.get(name)
    if (prepared === undefined) throw new Error(`${name} was not prepared.`)
    return prepared
  }

  #starts(): ReadonlyMap<string, Start> {
    return new Map([[BARE, bareTray(this.rig)], ...[...this.builds].map(([name, root]) => [name, freshStart(this.rig, root, this.#of(name), '--hidden')] as const)])
  }
}
