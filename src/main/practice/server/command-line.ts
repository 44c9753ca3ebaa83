import { parseArgs } from 'node:util'
import { err, ok, type Result } from '../../../shared/result'
import { CUT_DOCS, MOMENT_DOCS } from '../faults/cuts'
import { PERSONALITY_NAMES, readPersonality } from '../personalities/personalities'
import { FAULT_DOCS, FAULT_NAMES, readFault, type Fault, type FaultName } from '../faults/faults'

/** What `npm run practice -- …` was told. */
export interface CommandLine {
  readonly help: boolean
  readonly port: number
  readonly token: string | null
  readonly lifetimeSeconds: number
  readonly speed: number
  readonly faults: readonly (Fault | FaultName)[]
  /** Path of a JSON file with scripted responses. */
  readonly scriptFile: string | null
}

const OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  port: { type: 'string', default: '0' },
  token: { type: 'string' },
  lifetime: { type: 'string', default: '3600' },
  speed: { type: 'string', default: '6' },
  fault: { type: 'string', multiple: true },
  script: { type: 'string' },
  play: { type: 'string', default: 'openai' },
} as const

const linesOf = (docs: Readonly<Record<string, string>>): string =>
  Object.entries(docs)
    .map(([name, line]) => `  ${name.padEnd(24)} ${line}`)
    .join('\n')

export const HELP = `Parley's built-in Realtime endpoint: answers every turn with your own voice. No account, no network, loopback only.

Usage: npm run practice -- [options]

  --port N            listen on this port (default: a free one)
  --token T           the key a client must send (default: a random one)
  --lifetime SECONDS  end each session after this long (default 3600)
  --speed N           answer N times faster than real time (default 6)
  --script FILE       JSON list of scripted answers, one per response
  --fault SPEC        misbehave on purpose; may be repeated. SPEC is NAME, NAME=VALUE, NAME*TIMES or NAME=VALUE*TIMES
  --play NAME         behave as the server of another maker: ${PERSONALITY_NAMES.join(', ')}
  --help              this text

A typed question asks for tools with a line each of /call TOOL JSON; its other lines are said in the same response.

Faults:
${linesOf(FAULT_DOCS)}

Faults that cut the connection are called KIND-MOMENT, for example drop-after-ms or close-3000-on-commit. Kinds:
${linesOf(CUT_DOCS)}
Moments:
${linesOf(MOMENT_DOCS)}
`

const numberBetween = (name: string, text: string, least: number, most: number): Result<number, string> => {
  const value = Number(text)
  const fits = /^\d+(\.\d+)?$/.test(text) && value >= least && value <= most
  return fits ? ok(value) : err(`--${name} needs a number from ${least} to ${most}, not "${text}".`)
}

const parseStrictly = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS, strict: true }).values

const parse = (args: readonly string[]): Result<ReturnType<typeof parseStrictly>, string> => {
  try {
    return ok(parseStrictly(args))
  } catch {
    const known = Object.keys(OPTIONS).map((name) => `--${name}`)
    // The arguments are not repeated: one of them may be a token.
    return err(`An option is unknown or lacks its value. Possible are ${known.join(', ')}.`)
  }
}

/** The error is one sentence for the user, naming what is possible. */
export const readCommandLine = (args: readonly string[]): Result<CommandLine, string> => {
  const parsed = parse(args)
  if (!parsed.ok) return parsed
  const { help, token, script, fault = [] } = parsed.value
  const quirks = readPersonality(parsed.value.play)
  if (quirks === null) return err(`Unknown server "${parsed.value.play}". Possible are ${PERSONALITY_NAMES.join(', ')}.`)
  const port = numberBetween('port', parsed.value.port, 0, 65_535)
  const lifetime = numberBetween('lifetime', parsed.value.lifetime, 1, 86_400)
  const speed = numberBetween('speed', parsed.value.speed, 0.1, 1_000)
  if (!port.ok) return port
  if (!Number.isInteger(port.value)) return err(`--port needs a whole number, not "${parsed.value.port}".`)
  if (!lifetime.ok) return lifetime
  if (!speed.ok) return speed
  if (token === '') return err('--token needs at least one character.')
  const faults = fault.map(readFault)
  const unknown = fault[faults.indexOf(null)]
  if (unknown !== undefined) return err(`Unknown fault "${unknown}". Possible are ${FAULT_NAMES.join(', ')}.`)
  return ok({
    help,
    port: port.value,
    token: token ?? null,
    lifetimeSeconds: lifetime.value,
    speed: speed.value,
    faults: [...quirks, ...faults.filter((each) => each !== null)],
    scriptFile: script ?? null,
  })
}
