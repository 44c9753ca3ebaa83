import type { KeyTry } from '../../shared/ipc/hotkeys'
import type { Onboarding } from '../../shared/settings'
import type { Timers } from '../platform/ports'
import type { RealtimeTransport } from '../providers/core/transport-port'
import { ConnectionTest } from '../providers/connection-test'
import type { KeyVerbs } from '../hotkeys/hotkey-service'
import { KeyTest } from '../hotkeys/key-test'
import { ServerChoice, type ServerChoiceParts } from '../providers/server-choice'

export interface FirstRunParts extends Omit<ServerChoiceParts, 'test'> {
  readonly transport: RealtimeTransport
  readonly timers: Timers
  /** A conversation of its own; `isPrivate`: nothing of it is written down. */
  readonly newConversation: (isPrivate: boolean) => void
  /** The steps are about holding the key; hands-free comes later. */
  readonly holdMode: () => void
  readonly keyTried: (now: KeyTry) => void
}

/** What the first steps are for the rest of the application. */
export interface FirstRun {
  /** Settings were read or changed. */
  evaluate(): void
  /** What the keys do while they are only tried. */
  keysAround(verbs: KeyVerbs): KeyVerbs
  readonly servers: ServerChoice
}

export function createFirstRun(parts: FirstRunParts): FirstRun {
  const { settings, timers } = parts
  let step: Onboarding = 'done'
  const keys = new KeyTest(timers, () => settings.current.onboarding === 'key', parts.keyTried)
  return {
    evaluate: () => {
      const before = step
      step = settings.current.onboarding
      if (before === step) return
      if (step !== 'done') parts.holdMode()
      // What is said to try the microphone is a conversation of its own, and not kept.
      if (step === 'microphone') parts.newConversation(true)
      else if (before === 'microphone') parts.newConversation(false)
    },
    keysAround: (verbs) => keys.around(verbs),
    servers: new ServerChoice({ ...parts, test: new ConnectionTest(parts.transport, timers) }),
  }
}
