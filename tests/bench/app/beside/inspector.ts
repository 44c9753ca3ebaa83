import { once } from 'node:events'
import WebSocket from 'ws'
import type { CpuProfile } from './profile'

/** Sees into the main process of a program that was started with `--inspect=0`. */
export interface Inspector {
  /** The value of an expression, awaited. */
  value(expression: string): Promise<unknown>
  /** What it does in the meantime, sampled. */
  profile(meanwhile: () => Promise<unknown>): Promise<CpuProfile>
  close(): void
}

const SAMPLE_MICROSECONDS = 500

interface Answer {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

interface Evaluated {
  readonly result: { readonly value?: unknown }
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string } }
}

export async function inspect(url: string): Promise<Inspector> {
  const socket = new WebSocket(url, { perMessageDeflate: false })
  await once(socket, 'open')
  const call = callsOver(socket)
  return {
    value: async (expression) => {
      const { result, exceptionDetails } = (await call('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })) as Evaluated
      if (exceptionDetails !== undefined) throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? 'failed'}`)
      return result.value
    },
    profile: async (meanwhile) => {
      await call('Profiler.enable')
      await call('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS })
      await call('Profiler.start')
      await meanwhile()
      const { profile } = (await call('Profiler.stop')) as { readonly profile: CpuProfile }
      await call('Profiler.disable')
      return profile
    },
    close: () => { socket.terminate() },
  }
}

function callsOver(socket: WebSocket): (method: string, params?: object) => Promise<unknown> {
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.on('message', (text: Buffer) => {
    const answer = JSON.parse(text.toString()) as Answer
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  })
  let calls = 0
  return (method, params = {}) =>
    new Promise((resolve, reject) => {
      calls += 1
      waiting.set(calls, ({ result, error }) => {
        if (error === undefined) resolve(result)
        else reject(new Error(`${method}: ${error.message}`))
      })
      socket.send(JSON.stringify({ id: calls, method, params }))
    })
}
