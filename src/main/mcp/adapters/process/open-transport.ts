import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import type { Transport } from '@modelcontextprotocol/client'
import type { ResolvedReach } from '../../core/messages'
import { serverAddress } from '../../core/server-address'
import { ErrorLines } from './error-lines'
import { Refused } from './failures'
import { httpTransport } from './http-transport'
import { Bearer, type BearerParts } from './sign-in/bearer'
import type { PidBook } from './pid-book'
import { serverEnvironment } from './server-environment'
import { StdioTransport } from './stdio-transport'

export interface TransportWorld {
  readonly reach: ResolvedReach
  readonly book: PidBook
  readonly started: (pid: number) => void
  readonly log: (lines: readonly string[]) => void
  readonly signIn: Omit<BearerParts, 'server'>
}

const isAuthorization = (header: string): boolean => header.toLowerCase() === 'authorization'

/** The way to a server, not yet begun. Throws where there can be none. */
export async function openTransport({ reach, book, started, log, signIn }: TransportWorld): Promise<Transport> {
  if (reach.kind === 'http') {
    const address = serverAddress(reach.url)
    if (!address.ok) throw new Refused(address.error)
    const bearer = Object.keys(reach.headers).some(isAuthorization) ? null : new Bearer({ ...signIn, server: address.value })
    return httpTransport(address.value, reach.headers, bearer)
  }
  const mark = randomUUID()
  const lines = new ErrorLines(log)
  return new StdioTransport({
    command: reach.command,
    args: reach.args,
    cwd: reach.cwd ?? homedir(),
    env: await serverEnvironment(reach.env, mark),
    mark,
    started: (pid) => {
      book.add(pid, mark)
      started(pid)
    },
    errorOutput: (piece) => lines.add(piece),
    ended: (pid) => {
      lines.end()
      book.remove(pid)
    },
  })
}
