import { join } from 'node:path'
import { app } from 'electron'
import type { FeatureMachine } from './features'
import { openFile } from './knowledge/adapters/file-opener'
import { createFolderWatch } from './knowledge/adapters/folder-watch'
import { createKnowledgeIndex } from './knowledge/adapters/worker-index'
import { systemServers } from './mcp/adapters/machine'
import { systemClock, systemUptime, systemZone } from './platform/adapters/machine-time'
import { systemTimers } from './platform/adapters/system-timers'
import type { Logger } from './platform/ports'
import { timeId } from './platform/adapters/time-ids'
import { isWayland } from './platform/adapters/wayland'
import { electronNotifications } from './reminders/adapters/electron-notifications'
import { standardNotesFolder, systemParts } from './tools/adapters/system-parts'
import { createBuiltInSource } from './tools/sources/built-in/built-in-source'
import { flashScreen } from './windows/screens/screen-flash'

function knowledgeParts(logger: Logger): Pick<FeatureMachine, 'index' | 'folderWatch' | 'openFile' | 'standing'> {
  const data = app.getPath('userData')
  const beside = (name: string): URL => new URL(`./${name}.js`, import.meta.url)
  return {
    index: createKnowledgeIndex({ folder: join(data, 'knowledge'), worker: beside('knowledge-worker'), reader: beside('knowledge-reader'), own: [data] }),
    folderWatch: createFolderWatch(systemTimers, logger),
    openFile,
    standing: { home: app.getPath('home'), own: data },
  }
}

/** What features need of the system and of Electron. */
export const createFeatureMachine = ({ logger, ...parts }: Pick<FeatureMachine, 'records' | 'approveKey' | 'places' | 'hand'> & { readonly logger: Logger }): FeatureMachine => ({
  ...parts,
  ...knowledgeParts(logger),
  standardNotesFolder,
  ownTools: (typing, notesFolder) => {
    const system = systemParts({ notesFolder, timers: systemTimers, isWayland: isWayland(), screenSeen: (screen) => flashScreen(screen, systemTimers) })
    return [createBuiltInSource({ ...system, typing, zone: systemZone, clock: systemClock, timers: systemTimers, mint: timeId })]
  },
  servers: systemServers(new URL('./mcp-process.js', import.meta.url)),
  notifications: electronNotifications(),
  uptime: systemUptime,
  zone: systemZone,
})
