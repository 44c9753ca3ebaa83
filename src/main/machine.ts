import { join } from 'node:path'
import { app } from 'electron'
import { keytarSecretStore } from './app/adapters/keytar-secret-store'
import type { AssistantParts } from './app/assistant-types'
import { createHistoryStore } from './history/adapters/worker-store'
import { createHotkeySource } from './hotkeys/adapters/hotkey-source'
import { systemUptime, systemZone } from './platform/adapters/machine-time'
import { systemTimers } from './platform/adapters/system-timers'
import { timeId } from './platform/adapters/time-ids'
import type { Logger } from './platform/ports'
import { electronNotifications } from './reminders/adapters/electron-notifications'
import { wsTransport } from './providers/adapters/ws-transport'
import { pulseDucking } from './sound/adapters/ducking-pulse'
import { pulseDevices } from './sound/adapters/pulse-devices'
import { pulseEvents } from './sound/adapters/pulse-events'
import { electronClipboard } from './tools/adapters/electron-clipboard'
import { systemParts } from './tools/adapters/system-parts'
import { createBuiltInSource } from './tools/sources/built-in/built-in-source'
import { flashScreen } from './windows/screens/screen-flash'
import { errorTrace } from '../shared/errors/error-trace'
import type { Scrubber } from '../shared/errors/redact'

type Sound = Pick<AssistantParts, 'systemSound' | 'ducking' | 'soundEvents'>
type Kept = Pick<AssistantParts, 'history' | 'historyFolder' | 'copy'>
type Machine = Sound & Kept & Pick<AssistantParts, 'transport' | 'hotkeys' | 'toolSources' | 'notifications' | 'uptime' | 'zone' | 'secretStore' | 'secretUsed' | 'secretGone' | 'timers' | 'wallClock' | 'shortestLifeMs' | 'mint' | 'random' | 'logger' | 'platform'>

/** The adapters of this machine that need no window. */
export function createMachine({ logger, scrubber }: { readonly logger: Logger; readonly scrubber: Scrubber }): Machine {
  const isWayland = process.env['XDG_SESSION_TYPE'] === 'wayland'
  return {
    ...soundOf(logger),
    ...keptOf(logger),
    transport: wsTransport,
    hotkeys: createHotkeySource({ keysCanBeHooked: !isWayland, timers: systemTimers }),
    toolSources: (own) => [createBuiltInSource({ ...systemParts({ timers: systemTimers, isWayland, screenSeen: (screen) => flashScreen(screen, systemTimers) }), ...own, zone: systemZone, clock: Date.now, timers: systemTimers, mint: timeId })],
    notifications: electronNotifications(),
    uptime: systemUptime,
    zone: systemZone,
    secretStore: keytarSecretStore,
    secretUsed: scrubber.add,
    secretGone: scrubber.forget,
    timers: systemTimers,
    wallClock: Date.now,
    ...(app.commandLine.hasSwitch('short-sessions') ? { shortestLifeMs: 0 } : {}), // for tests: sessions of seconds are believed
    mint: timeId,
    random: Math.random,
    logger,
    platform: process.platform,
  }
}

function soundOf(logger: Logger): Sound {
  const { platform } = process
  return {
    systemSound: pulseDevices(platform),
    ducking: pulseDucking({ platform, file: join(app.getPath('userData'), 'lowered.json'), ourPids: () => app.getAppMetrics().map(({ pid }) => pid), logger }),
    soundEvents: pulseEvents(platform),
  }
}

function keptOf(logger: Logger): Kept {
  const clipboard = electronClipboard()
  const historyFolder = join(app.getPath('userData'), 'history')
  return {
    history: createHistoryStore({ folder: historyFolder, worker: new URL('./history-worker.js', import.meta.url) }),
    historyFolder,
    copy: (text) => void clipboard.writeText(text).catch((cause: unknown) => logger.warn('text not copied', { cause: errorTrace(cause) })),
  }
}
