import { FromProcessSchema, type FromProcess, type ToProcess } from '../../../src/main/mcp/core/messages'
import type { Credentials } from '../../../src/main/mcp/core/sign-in/credentials'
import type { ResolvedReach } from '../../../src/main/mcp/core/messages'
import { nodeServerProcess } from './server-process'

const PATIENCE_MS = 30_000

type Said<Type extends FromProcess['type']> = Extract<FromProcess, { readonly type: Type }>

/** The process of the servers, and everything it has said, checked. */
export function talkedProcess(env: NodeJS.ProcessEnv = {}) {
  const process_ = nodeServerProcess(undefined, env)
  const said: FromProcess[] = []
  let ended = false
  const running = process_.start((message) => said.push(FromProcessSchema.parse(message)), () => (ended = true))
  const post = (message: ToProcess): void => running.post(message)
  let calls = 0

  async function until<T>(find: () => T | undefined | false, what: string): Promise<T> {
    for (const since = Date.now(); Date.now() - since < PATIENCE_MS; ) {
      const found = find()
      if (found !== undefined && found !== false) return found
      await new Promise((passed) => setTimeout(passed, 10))
    }
    throw new Error(`not seen: ${what}; said: ${JSON.stringify(said).slice(0, 2_000)}`)
  }
  const of = <Type extends FromProcess['type']>(type: Type): readonly Said<Type>[] => said.filter((each): each is Said<Type> => each.type === type)
  const hear = <Type extends FromProcess['type']>(type: Type, fits: (each: Said<Type>) => boolean = () => true): Promise<Said<Type>> =>
    until(() => of(type).find(fits), type)

  return {
    pids: process_.pids,
    said,
    of,
    hear,
    until,
    post,
    connect: (server: string, reach: ResolvedReach, era: 'legacy' | 'modern' | null = null, round = 1, credentials: Credentials | null = null) => post({ type: 'connect', server, round, entryHash: 'entry', reach, era, credentials }),
    tools: async (server: string) => {
      await hear('tools', (each) => each.server === server && each.last)
      return of('tools').filter((each) => each.server === server).flatMap(({ tools }) => tools)
    },
    startCall: (server: string, tool: string, args: Record<string, string | number>) => {
      calls += 1
      const call = `c${String(calls)}`
      post({ type: 'call', server, round: 1, call, tool, arguments: args })
      return call
    },
    result: async (call: string) => (await hear('result', (each) => each.call === call)).result,
    isEnded: () => ended,
    end: async () => {
      post({ type: 'end' })
      await until(() => ended, 'the end of the process')
    },
    kill: async () => {
      running.kill()
      await until(() => ended, 'the end of the process')
    },
    pid: () => process_.pid(),
  }
}
