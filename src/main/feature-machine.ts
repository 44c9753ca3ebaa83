import type { FeatureMachine } from './features'
import { systemServers } from './mcp/adapters/machine'
import { systemClock, systemUptime, systemZone } from './platform/adapters/machine-time'
import { systemTimers } from './platform/adapters/system-timers'
import { timeId } from './platform/adapters/time-ids'
import { isWayland } from './platform/adapters/wayland'
import { electronNotifications } from './reminders/adapters/electron-notifications'
import { standardNotesFolder, systemParts } from './tools/adapters/system-parts'
import { createBuiltInSource } from './tools/sources/built-in/built-in-source'
import { flashScreen } from './windows/screens/screen-flash'

/** What features need of the system and of Electron. */
export const createFeatureMachine = (parts: Pick<FeatureMachine, 'records' | 'approveKey' | 'places' | 'hand'>): FeatureMachine => ({
  ...parts,
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
