import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import type { Transport } from '@modelcontextprotocol/client'
import type { ResolvedReach } from '../../core/messages'
import { serverAddress } from '../../core/server-address'
import { ErrorLines } from './error-lines'
import { Refused } from './failures'
import { httpTransport } from './http-transport'
import type { PidBook } from './pid-book'
import { serverEnvironment } from './server-environment'
import { StdioTransport } from './stdio-transport'

export interface TransportWorld {
  readonly reach: ResolvedReach
  readonly book: PidBook
  readonly started: (pid: number) => void
  readonly log: (lines: readonly string[]) => void
}

/** The way to a server, not yet begun. Throws where there can be none. */
export async function openTransport({ reach, book, started, log }: TransportWorld): Promise<Transport> {
  if (reach.kind === 'http') {
    const address = serverAddress(reach.url)
    if (!address.ok) throw new Refused(address.error)
    return httpTransport(address.value, reach.headers)
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
