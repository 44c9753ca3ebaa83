import { join } from 'node:path'
import { app } from 'electron'
import { keytarSecretStore } from './app/adapters/keytar-secret-store'
import type { AssistantParts } from './app/assistant-types'
import { createHistoryStore } from './history/adapters/worker-store'
import { createHotkeySource } from './hotkeys/adapters/hotkey-source'
import { systemClock } from './platform/adapters/machine-time'
import { systemTimers } from './platform/adapters/system-timers'
import { timeId } from './platform/adapters/time-ids'
import { isWayland } from './platform/adapters/wayland'
import type { Logger } from './platform/ports'
import { wsTransport } from './providers/adapters/ws-transport'
import { pulseDucking } from './sound/adapters/ducking-pulse'
import { pulseDevices } from './sound/adapters/pulse-devices'
import { pulseEvents } from './sound/adapters/pulse-events'
import { electronClipboard } from './tools/adapters/electron-clipboard'
import { errorTrace } from '../shared/errors/error-trace'
import type { Scrubber } from '../shared/errors/redact'

type Sound = Pick<AssistantParts, 'systemSound' | 'ducking' | 'soundEvents'>
type Kept = Pick<AssistantParts, 'historyFolder' | 'copy'> & { readonly history: ReturnType<typeof createHistoryStore> }
type Machine = Sound & Kept & Pick<AssistantParts, 'transport' | 'hotkeys' | 'secretStore' | 'secretUsed' | 'secretGone' | 'timers' | 'wallClock' | 'shortestLifeMs' | 'mint' | 'random' | 'logger' | 'platform'>

/** The adapters of this machine that need no window. */
export function createMachine({ logger, scrubber }: { readonly logger: Logger; readonly scrubber: Scrubber }): Machine {
  return {
    ...soundOf(logger),
    ...keptOf(logger),
    transport: wsTransport,
    hotkeys: createHotkeySource({ keysCanBeHooked: !isWayland(), timers: systemTimers }),
    secretStore: keytarSecretStore,
    secretUsed: scrubber.add,
    secretGone: scrubber.forget,
    timers: systemTimers,
    wallClock: systemClock,
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
