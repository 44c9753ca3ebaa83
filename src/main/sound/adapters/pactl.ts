import { execFile } from 'node:child_process'

/** `pactl` answers within some ms; a sound server that hangs must not hold anything up. */
const LIMIT_MS = 2_000
/** What a client of the sound server needs to find it. Nothing else of our environment concerns a child. */
const NEEDED = ['PATH', 'HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'PULSE_SERVER', 'PULSE_COOKIE', 'PULSE_RUNTIME_PATH', 'PULSE_CLIENTCONFIG', 'DISPLAY']

/** In other languages it writes numbers with commas, which is no JSON, and tells its events in words we do not know. */
export const pactlEnvironment = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(NEEDED.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]]))),
  LC_ALL: 'C.UTF-8',
})

/** Runs PulseAudio's own tool, which PipeWire understands, too. Null: there is no such tool, no server, or it refuses. */
export function pactl(args: readonly string[], environment: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  return new Promise((resolve) => {
    execFile('pactl', [...args], { env: pactlEnvironment(environment), timeout: LIMIT_MS, killSignal: 'SIGKILL', maxBuffer: 16 * 1_024 * 1_024 }, (error, stdout) => resolve(error === null ? stdout : null))
  })
}

/** The same with `-f json` (pactl 16 and later); null also where the answer is none. */
export async function pactlJson(args: readonly string[]): Promise<unknown> {
  const text = await pactl(['-f', 'json', ...args])
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null // an older pactl ignores the wish and answers in words
  }
}
