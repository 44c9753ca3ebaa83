import type { AppError } from '../../shared/errors/errors'
import type { Timers } from '../platform/ports'
import { turnPhase } from './core/turn/projection'
import type { EffectParts } from './effects'
import type { TalkFact } from './facts'
import type { HandsFreeController } from './hands-free-controller'
import { bringItems } from './input/brought-items'
import type { QuietMoments } from './session/quiet-moments'
import type { ServerEvents } from './session/server-events'
import type { SessionManager } from './session/session-manager'
import type { TalkWorld } from './talk-types'
import type { TurnController } from './turn-controller'

export interface FactListenerParts extends EffectParts {
  readonly world: TalkWorld
  readonly timers: Timers
  readonly turns: TurnController
  readonly handsFree: HandsFreeController
  readonly server: ServerEvents
  readonly quiet: QuietMoments
  readonly session: SessionManager
}

/** What each fact means in the engine; behind it, every extension hears it. */
export function hearFacts(parts: FactListenerParts): (fact: TalkFact) => void {
  const { extensions } = parts
  const inEngine = engineOf(parts)
  return (fact) => {
    inEngine(fact)
    extensions.heard(fact)
  }
}

function engineOf(parts: FactListenerParts): (fact: TalkFact) => void {
  const { world, timers, turns, handsFree, audioInput, audioOutput, conversation, connection, server, quiet, session, extensions } = parts
  let isDue = false
  /** Behind everything that belongs to this change. */
  const evaluateSoon = () => {
    if (isDue) return
    isDue = true
    timers.after(0, () => {
      isDue = false
      quiet.evaluate()
    })
  }
  const changed = () => {
    parts.turnCapture.readiness.follow(turnPhase(turns.state))
    parts.calls.evaluate()
    world.viewChanged()
    evaluateSoon()
  }
  let traced: string = connection.state.name
  const connectionChanged = (state: string) => {
    if (state !== traced) parts.trace.mark('connection', { state })
    traced = state
    changed()
  }
  const closeHandsFree = (refusal: AppError) => {
    handsFree.post({ type: 'disarm' })
    parts.notify(refusal)
  }
  const speechStarted = () => {
    if (!handsFree.listens) return
    const refusal = extensions.admit({ mode: 'hands-free' })
    if (refusal !== null) return closeHandsFree(refusal)
    audioInput.speechBegan()
    bringItems(parts)
    handsFree.post({ type: 'speechStarted' })
  }
  return (fact) => {
    switch (fact.type) {
      case 'turn':
        return turns.post(fact.input)
      case 'handsFree':
        return handsFree.post(fact.input)
      case 'turnDetectionSet':
        return handsFree.turnDetectionSet(fact.mode === 'hands-free')
      case 'connectionOpened':
        return session.opened(fact.serverTime)
      case 'sessionCreated':
        session.created()
        return parts.configurer.configure()
      case 'connectionReady':
        return session.begun()
      case 'connectionLost':
        return session.gone(fact.type, fact.error, false)
      case 'connectionFailed':
        return session.gone(fact.type, fact.error, fact.exhausted)
      case 'sessionEnded':
        return session.ended()
      case 'serverSaid':
        return fact.session === connection.session ? server.receive(fact.text) : undefined
      case 'sessionExpires':
        return session.expires(fact.at)
      case 'speechStarted':
        return speechStarted()
      case 'speechStopped':
        return handsFree.post({ type: 'speechStopped' })
      case 'handoverDue':
        return session.takeOver(fact.to)
      case 'longIdle':
        return session.sleep()
      case 'questionDelivered':
        return conversation.spoken(fact.item, fact.speech)
      case 'responseDone':
        return fact.response.status === 'completed' ? connection.healthy() : undefined
      case 'callsAsked':
        return audioOutput.playing ? undefined : parts.turnCapture.earcon('acting')
      case 'itemRemoved':
        return connection.tell([...parts.calls.removed(fact.item), ...conversation.remove(fact.item)])
      case 'contextChanged':
        return connection.tell(conversation.corrections())
      case 'connectionChanged':
        return connectionChanged(fact.state)
      case 'stateChanged':
        return changed()
      case 'conversationOpened':
      case 'conversationSealed':
        return quiet.announcements.forget()
      case 'sessionBegan':
      case 'conversationChanged':
      case 'questionAnswered':
      case 'itemHeard':
      case 'quiet':
      case 'callAnnounced':
      case 'callsInterrupted':
      case 'turnAsked':
        return // what extensions hear
    }
  }
}
