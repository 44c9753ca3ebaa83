import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** One moment of the talk loop; `at` in ms of the app's monotonic clock. */
export interface Mark {
  readonly at: number
  readonly name: string
  readonly [field: string]: unknown
}

export interface WireLine {
  readonly at: number
  readonly from: 'client' | 'server'
  readonly event: { readonly type: string; readonly [field: string]: unknown }
}

const POLL_MS = 25

/** The lines that are whole; the app may be writing the last one. */
function readLines<T>(path: string): T[] {
  if (!existsSync(path)) return []
  const text = readFileSync(path, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole.split('\n').filter((line) => line !== '').map((line): T => JSON.parse(line))
}

/** What the app's diagnostic trace tells (`--trace-dir`). */
export class Trace {
  constructor(readonly folder: string) {}

  marks(name?: string): Mark[] {
    const marks = readLines<Mark>(join(this.folder, 'marks.jsonl'))
    return name === undefined ? marks : marks.filter((mark) => mark.name === name)
  }

  wire(type?: string): WireLine[] {
    const lines = readLines<WireLine>(join(this.folder, 'wire.jsonl'))
    return type === undefined ? lines : lines.filter((line) => line.event.type === type)
  }

  /** What the server called an item of ours when it first heard of it. */
  wireOf(item: unknown): unknown {
    return this.marks('named').find((mark) => mark['item'] === item)?.['wire']
  }

  /** The first mark that fits and is not older than `since`; fails with what was seen instead. */
  async until(what: string, fits: (mark: Mark) => boolean, { since = 0, limitMs = 15_000 } = {}): Promise<Mark> {
    for (const start = Date.now(); Date.now() - start < limitMs; await delay(POLL_MS)) {
      const mark = this.marks().find((each) => each.at >= since && fits(each))
      if (mark !== undefined) return mark
    }
    throw new Error(`The app did not come to: ${what}, within ${String(limitMs)} ms. ${this.last(12)}`)
  }

  /** For whoever has to find out why. */
  last(count: number): string {
    return `Last marks:\n${this.marks().slice(-count).map((mark) => JSON.stringify(mark)).join('\n')}`
  }

  /** Waits for a phase of the turn machine. */
  untilPhase(phase: string, options?: { since?: number; limitMs?: number }): Promise<Mark> {
    return this.until(`phase ${phase}`, (mark) => mark.name === 'phase' && mark['phase'] === phase, options)
  }

  untilReady(options?: { since?: number; limitMs?: number }): Promise<Mark> {
    return this.until('a ready connection', (mark) => mark.name === 'connection' && mark['state'] === 'ready', options)
  }

  /** `at` of the newest mark, to look only at what comes after. */
  now(): number {
    return (this.marks().at(-1)?.at ?? 0) + 0.001
  }
}
