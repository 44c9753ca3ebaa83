import type { ChildProcess } from 'node:child_process'
import { setTimeout as passed } from 'node:timers/promises'
import { deserializeMessage, type JSONRPCMessage, serializeMessage, type Transport } from '@modelcontextprotocol/client'
import spawn from 'cross-spawn'
import { LineReader } from './line-reader'
import { endGroup } from './process-group'
import { say } from '../../../../shared/words/say'

const LAST_WORDS_MS = 200

export interface StdioOptions {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** What is found in the environment of all that it starts. */
  readonly mark: string
  readonly started: (pid: number) => void
  readonly errorOutput: (piece: Buffer) => void
  /** Nothing of it is left. */
  readonly ended: (pid: number) => void
}

/**
 * A server that runs here, over its input and output. The SDK's own transport ends only its direct child, so that the server behind an
 * `npx` would live on. `pid` and `stderr` are how the SDK knows that this is a pipe, where silence does not mean a server that is down.
 */
export class StdioTransport implements Transport {
  onclose?: () => void
  onerror?: (error: Error) => void
  onmessage?: Transport['onmessage']
  private child: ChildProcess | null = null
  private readonly lines = new LineReader()
  private ending: Promise<void> | null = null
  private deaf = false

  constructor(private readonly options: StdioOptions) {}

  get pid(): number | null {
    return this.child?.pid ?? null
  }

  get stderr(): ChildProcess['stderr'] {
    return this.child?.stderr ?? null
  }

  start(): Promise<void> {
    const { command, args, cwd, env, started, errorOutput } = this.options
    const child = spawn(command, [...args], { cwd, env: { ...env }, stdio: 'pipe', shell: false, windowsHide: true, detached: process.platform !== 'win32' })
    this.child = child
    if (child.pid !== undefined) started(child.pid)
    child.stdin?.on('error', (cause) => this.onerror?.(cause))
    child.stdout?.on('data', (piece: Buffer) => this.heard(piece))
    child.stderr?.on('data', errorOutput)
    child.on('exit', () => void this.endBehindLastWords(child))
    return new Promise((resolve, reject) => {
      child.on('spawn', resolve)
      child.on('error', (cause) => {
        reject(cause)
        void this.close()
      })
    })
  }

  send(message: JSONRPCMessage): Promise<void> {
    const input = this.child?.stdin
    if (input === null || input === undefined || !input.writable) return Promise.reject(new Error(say('setup.ended')))
    return new Promise((resolve, reject) => {
      input.write(serializeMessage(message), (cause) => (cause ? reject(cause) : resolve()))
    })
  }

  close(): Promise<void> {
    return (this.ending ??= this.end())
  }

  private async end(): Promise<void> {
    const { child } = this
    const pid = child?.pid
    child?.stdin?.end()
    if (child !== null && pid !== undefined) {
      await endGroup(pid, this.options.mark, () => child.exitCode !== null || child.signalCode !== null)
      child.stdout?.destroy()
      child.stderr?.destroy()
      this.options.ended(pid)
    }
    this.onclose?.()
  }

  /** What it said before it went may still be in the pipe, which something it has started may hold open for ever. */
  private async endBehindLastWords(child: ChildProcess): Promise<void> {
    await Promise.race([new Promise((closed) => child.once('close', closed)), passed(LAST_WORDS_MS)])
    await this.close()
  }

  private heard(piece: Buffer): void {
    if (this.deaf) return
    try {
      for (const line of this.lines.read(piece)) this.heardLine(line)
    } catch (cause) {
      this.onerror?.(cause instanceof Error ? cause : new Error('unreadable'))
      this.deaf = true
      void this.close()
    }
  }

  /** Whatever is no message is left out, and the next good line counts. */
  private heardLine(line: string): void {
    if (line.trim() === '') return
    const message = readMessage(line)
    if (message !== null) this.onmessage?.(message)
  }
}

function readMessage(line: string): JSONRPCMessage | null {
  try {
    return deserializeMessage(line)
  } catch {
    return null
  }
}
