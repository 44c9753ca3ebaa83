import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** The practice endpoint in a process of its own, so that what it costs is nobody's who talks to it. */
export interface Endpoint {
  readonly url: string
  readonly token: string
  /** What its newest session has been sent so far, of sound. */
  appendedBytes(): Promise<number>
  stop(): void
}

export async function startEndpoint(): Promise<Endpoint> {
  const child = fork(join(import.meta.dirname, 'endpoint-main.ts'), [], { execArgv: ['--import', 'tsx'] })
  const answer = async () => ((await once(child, 'message')) as readonly unknown[])[0]
  const address = (await answer()) as { readonly url: string; readonly token: string }
  return {
    ...address,
    appendedBytes: async () => {
      child.send('appended')
      return ((await answer()) as { readonly appendedBytes: number }).appendedBytes
    },
    stop: () => { child.disconnect() },
  }
}
