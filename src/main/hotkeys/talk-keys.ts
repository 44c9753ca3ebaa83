import { appError, type AppError } from '../../shared/errors/errors'
import { err, type Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import { isSameChord, keyConflict } from './core/conflicts'
import { isBare } from './core/keys'
import type { WhichKey } from './core/recording'
import type { HotkeyRegistration, HotkeySource } from './core/ports'
import type { Timers } from '../platform/ports'
import { HotkeyService, type KeyVerbs } from './hotkey-service'
import { codeLabel } from './key-labels'
import type { KeyState } from './key-state'

export interface TalkKeyParts {
  readonly hotkeys: HotkeySource
  readonly verbs: KeyVerbs
  readonly state: KeyState
  /** Something else was open, and this Escape has closed it. */
  readonly escapeTaken: () => boolean
  readonly panelAsked: () => void
  readonly settings: () => Settings
  readonly handsFree: () => boolean
  readonly timers: Timers
  /** Work that begins outside: what it posts is handled once it is done. */
  readonly act: (work: () => void) => void
  readonly platform: string
  readonly notify: (error: AppError) => void
  readonly changed: () => void
  /** While a key is recorded: what is down now, as people read it. */
  readonly keysHeld: (labels: readonly string[]) => void
}

export interface TalkKeys {
  readonly service: HotkeyService
  readonly style: HotkeyRegistration['talkKeyStyle']
  /** The keys of the settings, from now on. */
  bind(): Promise<void>
  /** The next key pressed, unless it would not do. */
  record(which: WhichKey): Promise<Result<string, AppError>>
}

const keysOf = ({ talkKey, modeKey, approveKey, panelKey }: Settings): Readonly<Record<WhichKey, string>> => ({ talk: talkKey, mode: modeKey, approve: approveKey, panel: panelKey })

/** Those of the others that there are: not every one has a key. */
const othersThan = (which: WhichKey, settings: Settings): readonly string[] => Object.entries(keysOf(settings)).flatMap(([name, key]) => (name === which || key === '' ? [] : [key]))

/** It would approve by the way, whenever the other one is pressed: a settings file may say so. */
export const isApproveKeyTaken = (settings: Settings): boolean => othersThan('approve', settings).some((key) => isSameChord(settings.approveKey, key))

/** The keys of the settings, and what a press of them means. */
export function createTalkKeys(parts: TalkKeyParts): TalkKeys {
  const { hotkeys, settings, platform } = parts
  let style: HotkeyRegistration['talkKeyStyle'] = 'none'
  const service = new HotkeyService({
    ...parts,
    source: hotkeys,
    rules: () => {
      const { talkKey, tapToLatch, doubleTap } = settings()
      return { bare: isBare(talkKey), tapToLatch: tapToLatch && !parts.handsFree(), doubleTap } // hands-free a press mutes: nothing to latch
    },
  })
  return {
    service,
    get style() {
      return style
    },
    bind: async () => {
      style = (await service.bind(settings())).talkKeyStyle
      parts.changed()
    },
    record: async (which) => {
      const recorded = await hotkeys.record(which, (codes) => parts.keysHeld(codes.map((code) => codeLabel(code, platform))))
      if (!recorded.ok) return recorded
      const conflict = keyConflict(which, recorded.value, othersThan(which, settings()), platform)
      return conflict === null ? recorded : err(appError(conflict)) // which key it was is nobody's business
    },
  }
}
