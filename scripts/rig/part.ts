import { execFile, spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'

/** The environment of everything inside one rig. */
export type RigEnv = Readonly<Record<string, string>>

/** A part of the rig that runs until it is stopped. */
export interface Part {
  readonly name: string
  readonly child: ChildProcess
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>
}

const START_LIMIT_MS = 15_000
const STOP_LIMIT_MS = 3_000
const POLL_MS = 20
const TOOL_LIMIT_MS = 15_000

/** Starts a part. The kernel ends it when this process ends, however it ends: an `exit` listener would miss a SIGKILL. */
export function startPart(name: string, args: readonly string[], env: RigEnv, stdio: StdioOptions = ['ignore', 'pipe', 'pipe']): Part {
  const child = spawn('setpriv', ['--pdeathsig=KILL', '--', name, ...args], { env, stdio })
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => { resolve() })
    child.once('error', () => { resolve() })
  })
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
    await gone
    clearTimeout(timer)
  }
  return { name, child, stop }
}

/** Resolves with the first line the part writes to this file descriptor. */
export async function firstLine(part: Part, descriptor: number): Promise<string> {
  const stream = part.child.stdio[descriptor]
  if (!stream || !('setEncoding' in stream)) throw new Error(`${part.name}: descriptor ${String(descriptor)} is not piped`)
  let text = ''
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => { text += chunk })
  await until(part, `a line from ${part.name}`, () => Promise.resolve(text.includes('\n')))
  return text.slice(0, text.indexOf('\n'))
}

/** Asks until the answer is yes. Fails at once when the part is gone, and in the end when the answer stays no. */
export async function until(part: Part, what: string, answers: () => Promise<boolean>): Promise<void> {
  const errors = collectErrors(part)
  const deadline = Date.now() + START_LIMIT_MS
  while (!(await answers())) {
    if (part.child.pid === undefined) throw new Error(`The rig: ${part.name} cannot be started here (it needs Linux with setpriv).`)
    if (part.child.exitCode !== null || part.child.signalCode !== null) throw new Error(`The rig: ${part.name} ended early. ${errors()}`)
    if (Date.now() > deadline) throw new Error(`The rig: no ${what} within ${String(START_LIMIT_MS)} ms. ${errors()}`)
    await delay(POLL_MS)
  }
}

function collectErrors(part: Part): () => string {
  let text = ''
  part.child.stderr?.on('data', (chunk: Buffer) => { text = (text + chunk.toString()).slice(-2_000) })
  return () => text.trim()
}

/** Runs one of the rig's tools to its end and resolves with what it printed. */
export function runTool(command: string, args: readonly string[], env: RigEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { env, timeout: TOOL_LIMIT_MS }, (error, stdout, stderr) => {
      if (error) reject(new Error(`The rig: ${command} ${args.join(' ')} failed. ${stderr.trim()}`, { cause: error }))
      else resolve(stdout.trim())
    })
  })
}

/** Whether a tool succeeds. */
export const succeeds = (command: string, args: readonly string[], env: RigEnv): Promise<boolean> =>
  runTool(command, args, env).then(() => true, () => false)

/** Resolves with the exit code. */
export async function exitCode({ child }: Part): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}
