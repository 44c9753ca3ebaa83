import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** As the inspector gives it. */
export interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

interface Frame {
  readonly functionName: string
  readonly url: string
  readonly lineNumber: number
}

/** Where JavaScript spent its own time, the longest first. */
export interface Spent {
  readonly where: string
  readonly ms: number
}

export interface ProfileSum {
  /** Everything but waiting and what is not JavaScript's. */
  readonly scriptMs: number
  /** Of it the system's write to the socket: a thread that is taken off its processor mostly is there. */
  readonly writeMs: number
  readonly functions: readonly Spent[]
}

/** Not JavaScript: waiting, and Chromium around it. */
const OUTSIDE: ReadonlySet<string> = new Set(['(root)', '(idle)', '(program)'])

const WRITE = 'writev'
/** Two samples of 0.5 ms: after more than that, the thread or its profiler was not on a processor. */
const LONGEST_MS = 1

/** The bundler writes the name of each source above what comes of it. */
const SOURCE_LINE = /^\/\/ (?:#region )?(\S+\.(?:ts|tsx|js|mjs|cjs))$/
const bundles = new Map<string, readonly string[]>()

function sourceOf(url: string, line: number): string {
  if (!url.startsWith('file:')) return url
  const lines = bundles.get(url) ?? readFileSync(fileURLToPath(url), 'utf8').split('\n')
  bundles.set(url, lines)
  const above = lines.slice(0, line + 1).findLast((each) => SOURCE_LINE.test(each))
  return above === undefined ? (url.split('/').slice(-2).join('/')) : above.replace(SOURCE_LINE, '$1')
}

const nameOf = ({ functionName, url, lineNumber }: Frame): string => `${functionName || '(anonymous)'} ${sourceOf(url, lineNumber)}`.trim()

export function sumUp({ nodes, samples, timeDeltas }: CpuProfile): ProfileSum {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const spent = new Map<string, number>()
  samples.forEach((id, index) => {
    const frame = frames.get(id)
    if (frame === undefined || OUTSIDE.has(frame.functionName)) return
    const where = nameOf(frame)
    spent.set(where, (spent.get(where) ?? 0) + Math.min(LONGEST_MS, (timeDeltas[index] ?? 0) / 1_000))
  })
  const functions = [...spent].map(([where, ms]) => ({ where, ms })).toSorted((a, b) => b.ms - a.ms)
  return { scriptMs: functions.reduce((total, { ms }) => total + ms, 0), writeMs: spent.get(WRITE) ?? 0, functions }
}
