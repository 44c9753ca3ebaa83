import { appError } from '../../shared/errors/errors'
import { ConversationStore } from './conversation/conversation-store'
import type { EffectParts } from './effects/effect-parts'
import type { Extensions } from './extensions'
import type { PostTalkFact } from './facts'
import { DeliveryBound } from './input/delivery-bound'
import type { MachineStates } from './machine-states'
import type { Timers } from '../platform/ports'
import { type ConfigurerEffects, SessionConfigurer } from './session/session-configurer'
import type { TalkWorld } from './talk-types'
import type { TurnController } from './turn-controller'

/** What is said, told to whoever shows or keeps it. */
export function conversationOf(world: TalkWorld, extensions: Extensions, post: PostTalkFact): ConversationStore {
  return new ConversationStore({
    changed: (current) => post({ type: 'conversationChanged', conversation: current }),
    restore: () => extensions.restore(),
    mint: world.mint,
    budgetChars: world.restoreBudgetChars,
    ...(world.imageUrls === undefined ? {} : { images: world.imageUrls }),
  })
}

type ConfiguredParts = Pick<EffectParts, 'extensions' | 'states' | 'connection' | 'post'> & Pick<ConfigurerEffects, 'send' | 'settings' | 'server' | 'notify'> & { readonly timers: Timers }

/** What each session is asked to be; what comes of that is told to the connection and the machines. */
export function configurerOf({ send, settings, server, notify, extensions, states, connection, post, timers }: ConfiguredParts): SessionConfigurer {
  return new SessionConfigurer(
    {
      send,
      settings,
      server,
      parts: () => extensions.configure(),
      mode: () => states.mode,
      configured: () => connection.sessionUpdated(),
      unusable: (error) => connection.giveUp(error),
      turnDetectionSet: (mode) => post({ type: 'turnDetectionSet', mode }),
      turnDetectionRefused: (mode, error) => post({ type: 'handsFree', input: { type: 'refused', on: mode === 'hands-free', error } }),
      notify,
    },
    timers,
  )
}

type DeliveredParts = Pick<EffectParts, 'settings' | 'audioInput' | 'pendingText' | 'calls' | 'connection' | 'post'> & { readonly timers: Timers }

/** How long a question waits for a session that takes it. */
export function deliveryOf({ timers, settings, audioInput, pendingText, calls, connection, post }: DeliveredParts): DeliveryBound {
  return new DeliveryBound(timers, () => settings().deliverWithinSeconds * 1_000, {
    waits: () => audioInput.undelivered || pendingText.waits || calls.waits,
    isReady: () => connection.isReady,
    tryAgain: () => connection.networkBack(),
    undelivered: () => post({ type: 'turn', input: { type: 'connectionFailed', error: appError('undelivered') } }),
  })
}

/** Tells the model of something as a turn of its own, where it may be asked. */
export const announceBy = (turns: TurnController, extensions: Extensions, states: MachineStates) => (text: string): boolean => {
  const isAdmitted = extensions.admit({ mode: states.mode }) === null
  if (isAdmitted) turns.submit({ kind: 'announcement', text })
  return isAdmitted
}
