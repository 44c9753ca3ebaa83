import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { FRAME_SAMPLES, msToSamples } from '../../../src/shared/audio/audio-format'
import { errorWords } from '../../../src/shared/errors/error-words'
import { ERROR_TAGS } from '../../../src/shared/errors/errors'
import { type ElectronRuntime, sandboxSwitches } from '../../lib/electron-runtime.mjs'
import { ROOT } from '../../lib/paths.mjs'
import { Stop } from '../../lib/stop.mjs'
import { exitCode, type Part, startPart } from '../../rig/part'
import type { Rig } from '../../rig/rig'
import type { DemoOptions } from '../command-line'
import { LIMITS } from '../verdict/limits'
import { layDocuments } from './documents'
import { type Mark, readTrace, type Trace } from '../trace'

const POLL_MS = 15

/** The real app, from the built sources, inside the rig. */
export interface DemoApp {
  /** The trace's events between app and server. */
  readonly wireFile: string
  /** The samples as they were sent. */
  readonly sentFile: string
  trace(): Trace
  /** Asks until the answer is there; a `Stop` says what did not come. */
  until<T>(what: string, limitMs: number, look: (trace: Trace) => T | undefined): Promise<T>
  /** What the app itself complained about. */
  complaints(): string[]
  /** Resolves with what was wrong with the way it ended. */
  quit(): Promise<string | null>
}

/** One event carries a frame of sound. */
const cutAfter = (ms: number): string => `drop-after-appends=${String(Math.max(1, Math.round(msToSamples(ms) / FRAME_SAMPLES)))}*1`

const practiceFaults = ({ dropAtMs, tool, askKnowledge }: DemoOptions): string[] => {
  const faults = [...(dropAtMs === null ? [] : [cutAfter(dropAtMs)]), ...(tool ? ['calls-now*1'] : []), ...(askKnowledge ? ['cites'] : [])]
  return faults.length === 0 ? [] : [`--practice-faults=${faults.join(',')}`]
}

export function startApp(rig: Rig, runtime: ElectronRuntime, options: DemoOptions, signal: AbortSignal): DemoApp {
  const { endpoint, key } = options
  const documents = options.askKnowledge ? layDocuments(rig.folder) : null
  writeSettings(rig, { endpoint, onboarding: 'done', ...(documents === null ? {} : { knowledgeFolders: [{ id: 'documents', path: documents.folder }] }) })
  const traceFolder = join(rig.folder, 'trace')
  const secrets = endpoint.kind === 'openai' && key !== null
  const switches = [`--trace-dir=${traceFolder}`, '--trace-audio', ...(secrets ? ['--secrets-on-stdin'] : []), ...practiceFaults(options), ...(documents === null ? [] : [`--practice-script=${documents.script}`])]
  const part = startPart(runtime.executable, [...sandboxSwitches(), ROOT, ...switches], rig.env, ['pipe', 'pipe', 'pipe'])
  const lastWords = listenTo(part)
  // By standard input, because every child of Chromium inherits the environment.
  part.child.stdin?.end(secrets ? `OPENAI_API_KEY=${key}\n` : '')
  return appAround(part, traceFolder, lastWords, signal)
}

export const userDataOf = (rig: Rig): string => join(rig.env['XDG_CONFIG_HOME'] ?? rig.folder, 'Parley')

function writeSettings(rig: Rig, settings: object): void {
  const folder = userDataOf(rig)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings))
}

/** Chromium talks a lot; it matters only when the app ends before its time. */
function listenTo({ child }: Part): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { text = (text + chunk.toString()).slice(-2_000) })
  return () => text.trim()
}

const hasEnded = ({ child }: Part): boolean => child.exitCode !== null || child.signalCode !== null

const complaint = (notice: Mark): string => {
  const tag = ERROR_TAGS.find((each) => each === notice['tag'])
  return tag === undefined ? 'The app complained, and gave no reason.' : errorWords(tag)
}

function appAround(part: Part, traceFolder: string, lastWords: () => string, signal: AbortSignal): DemoApp {
  const trace = () => readTrace(traceFolder)
  return {
    wireFile: join(traceFolder, 'wire.jsonl'),
    sentFile: join(traceFolder, 'sent.pcm'),
    trace,
    until: async (what, limitMs, look) => {
      for (const start = Date.now(); Date.now() - start < limitMs; await delay(POLL_MS, undefined, { signal })) {
        const found = look(trace())
        if (found !== undefined) return found
        if (hasEnded(part)) throw new Stop(`The app ended by itself while the demo waited for ${what}.\n${lastWords()}`)
      }
      throw new Stop(`${what} did not come within ${String(limitMs / 1_000)} s.`)
    },
    complaints: () => trace().marks.filter(({ name }) => name === 'notice').map(complaint),
    quit: () => quit(part),
  }
}

async function quit(part: Part): Promise<string | null> {
  if (hasEnded(part)) return 'The app had ended by itself.'
  part.child.kill('SIGTERM')
  const code = await Promise.race([exitCode(part), delay(LIMITS.quitting, 'late' as const, { ref: false })])
  if (code === 0) return null
  await part.stop('SIGKILL')
  return code === 'late' ? `The app did not quit within ${String(LIMITS.quitting / 1_000)} s.` : `The app quit with code ${String(code)}.`
}
