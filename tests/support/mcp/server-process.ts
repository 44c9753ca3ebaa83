import { fork } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServerProcess } from '../../../src/main/mcp/core/ports'

const root = join(import.meta.dirname, '..', '..', '..')

/** The process of the servers as it is, but started by Node: in the app it is a utility process. */
export function nodeServerProcess(pids = join(mkdtempSync(join(tmpdir(), 'parley-mcp-')), 'processes.json'), env: NodeJS.ProcessEnv = {}): ServerProcess & { readonly pids: string; pid(): number | null } {
  let last: number | null = null
  return {
    pids,
    pid: () => last,
    start: (heard, ended) => {
      const child = fork(join(root, 'src/main/mcp/adapters/process/main.ts'), [pids, '1.0.0'], {
        cwd: root, execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, ...env },
      })
      last = child.pid ?? null
      child.on('message', heard)
      child.on('exit', (code) => ended({ code }))
      return {
        post: (message) => void (child.connected && child.send(message as object)),
        kill: () => void child.kill('SIGKILL'),
      }
    },
  }
}
