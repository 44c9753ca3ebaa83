import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, shell } from 'electron'
import type { LeftProcesses, ServerProcess } from '../core/ports'
import { leftProcesses } from './left-processes'
import { seenFile } from './seen-file'
import { utilityServerProcess } from './utility-process'

export interface SystemServers {
  readonly process: ServerProcess
  readonly left: LeftProcesses
  readonly openLink: (url: string) => Promise<boolean>
  readonly hash: (text: string) => string
  readonly home: string
  readonly seen: ReturnType<typeof seenFile>
}

export function systemServers(module: URL): SystemServers {
  const pids = join(app.getPath('userData'), 'servers', 'processes.json')
  return {
    process: utilityServerProcess(fileURLToPath(module), pids),
    left: leftProcesses(pids),
    openLink: (url) => shell.openExternal(url).then(() => true, () => false),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    home: homedir(),
    seen: seenFile(join(app.getPath('userData'), 'servers', 'seen.json')),
  }
}
