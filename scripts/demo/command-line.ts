import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Endpoint, EndpointSchema, type TalkMode, TalkModeSchema } from '../../src/shared/settings'
import { Stop } from '../lib/stop.mjs'

export interface DemoOptions {
  /** Null: a sentence is made. */
  readonly wav: string | null
  readonly mode: TalkMode
  readonly endpoint: Endpoint
  /** OpenAI's key, where the environment brings one. */
  readonly key: string | null
  readonly interruptAfterMs: number | null
  /** The connection is cut when this much has been sent. */
  readonly dropAtMs: number | null
  /** Practice asks for a tool before it answers. */
  readonly tool: boolean
  /** The answer stands in a folder of documents only, and practice looks it up. */
  readonly askKnowledge: boolean
  readonly json: string | null
  readonly out: string | null
}

export const HELP = `Runs Parley on a screen, microphone and loudspeaker of its own: the talk key is held, a recording is spoken, the answer is listened to.

  npm run demo -- [options]

  --wav FILE              what is said (default: a made sentence)
  --mode MODE             hold (default) or hands-free
  --endpoint WHERE        practice (default), openai (with OPENAI_API_KEY) or a ws:// or wss:// address
  --interrupt-after MS    interrupts the answer MS milliseconds after it is first heard
  --drop-at MS            cuts the practice connection MS milliseconds into the speech
  --tool                  practice asks for the time first, with a tool, and tells it
  --ask-knowledge         asks what stands in a folder of documents only; practice looks it up, and names the file
  --json FILE             writes the figures
  --out DIR               keeps reply.wav, panel.png and wire.jsonl`

const OPTIONS = {
  wav: { type: 'string' },
  mode: { type: 'string', default: 'hold' },
  endpoint: { type: 'string', default: 'practice' },
  'interrupt-after': { type: 'string' },
  'drop-at': { type: 'string' },
  tool: { type: 'boolean', default: false },
  'ask-knowledge': { type: 'boolean', default: false },
  json: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** Throws a `Stop` for what cannot be meant. `key`: OpenAI's, where the environment brought one. */
export function readCommandLine(args: readonly string[], key: string | null): DemoOptions | 'help' {
  const values = parsed(args)
  if (values.help) return 'help'
  const dropAtMs = values['drop-at'] === undefined ? null : millisecondsOf(values['drop-at'])
  if (dropAtMs !== null && values.endpoint !== 'practice') throw new Stop('Only the practice connection can be cut: leave --endpoint or --drop-at away.')
  if (values.tool && values.endpoint !== 'practice') throw new Stop('Only practice is known to ask for a tool: leave --endpoint or --tool away.')
  if (values['ask-knowledge']) refuseKnowledge(values)
  return {
    wav: values.wav === undefined ? null : existing(resolve(values.wav)),
    mode: modeOf(values.mode),
    endpoint: endpointOf(values.endpoint),
    key,
    interruptAfterMs: values['interrupt-after'] === undefined ? null : millisecondsOf(values['interrupt-after']),
    dropAtMs,
    tool: values.tool,
    askKnowledge: values['ask-knowledge'],
    json: values.json === undefined ? null : resolve(values.json),
    out: values.out === undefined ? null : resolve(values.out),
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message.split('. ')[0] ?? '' : 'Unknown option'}. See "npm run demo -- --help".`)
  }
}

/** What is asked is made for the folder, and the one answer is looked at. */
function refuseKnowledge(values: ReturnType<typeof parsed>): void {
  if (values.endpoint !== 'practice') throw new Stop('Only practice is known to look into the folder: leave --endpoint or --ask-knowledge away.')
  const other = (['wav', 'tool', 'interrupt-after'] as const).find((name) => values[name] !== undefined && values[name] !== false)
  if (other !== undefined) throw new Stop(`The question for the folder is a fixed one, and its answer is heard to the end: leave --${other} or --ask-knowledge away.`)
}

function existing(path: string): string {
  if (!existsSync(path)) throw new Stop(`There is no file "${path}" to speak.`)
  return path
}

function modeOf(text: string): TalkMode {
  const mode = TalkModeSchema.safeParse(text)
  if (!mode.success) throw new Stop(`"${text}" is no talk mode: choose hold or hands-free.`)
  return mode.data
}

function endpointOf(text: string): Endpoint {
  const endpoint = EndpointSchema.safeParse(text === 'practice' || text === 'openai' ? { kind: text } : { kind: 'custom', url: text })
  if (!endpoint.success) throw new Stop(`"${text}" is no endpoint: choose practice, openai, or an address that begins with ws:// or wss://.`)
  return endpoint.data
}

function millisecondsOf(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new Stop(`"${text}" is no number of milliseconds.`)
  return Number(text)
}
