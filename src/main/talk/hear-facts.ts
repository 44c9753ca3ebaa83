import type { AppError } from '../../shared/errors/errors'
import type { EffectParts } from './effects/effect-parts'
import type { TalkFact } from './facts'
import type { HandsFreeController } from './hands-free-controller'
import { bringItems } from './input/brought-items'
import type { QuietMoments } from './session/quiet-moments'
import type { ServerEvents } from './session/server-events'
import type { SessionManager } from './session/session-manager'
import type { StateChanges } from './state-changes'
import type { TurnController } from './turn-controller'

export interface FactListenerParts extends EffectParts {
  readonly turns: TurnController
  readonly handsFree: HandsFreeController
  readonly server: ServerEvents
  readonly quiet: QuietMoments
  readonly session: SessionManager
  readonly changes: StateChanges
}

type FactType = TalkFact['type']
type FactOf<Type extends FactType> = Extract<TalkFact, { readonly type: Type }>
/** One for each fact, so that none is forgotten: what only extensions hear says so. */
type Listeners<Types extends FactType> = { readonly [Type in Types]: (fact: FactOf<Type>) => void }

/** What each fact means in the engine; behind it, every extension hears it. */
export function hearFacts(parts: FactListenerParts): (fact: TalkFact) => void {
  const listeners: Listeners<FactType> = {
    ...connectionListeners(parts),
    ...sessionListeners(parts),
    ...speechListeners(parts),
    ...answerListeners(parts),
    ...contextListeners(parts),
    ...changeListeners(parts),
    ...hostedListeners(),
  }
  return (fact) => {
    hear(listeners, fact.type, fact)
    parts.extensions.heard(fact)
  }
}

function hear<Type extends FactType>(listeners: Listeners<FactType>, type: Type, fact: FactOf<Type>): void {
  const listener: (fact: FactOf<Type>) => void = listeners[type]
  listener(fact)
}

/** Extensions hear it; nothing else follows. */
const extensionsOnly = (): void => undefined

function hostedListeners(): Listeners<'hostedListed' | 'hostedCalled' | 'hostedGone'> {
  return { hostedListed: extensionsOnly, hostedCalled: extensionsOnly, hostedGone: extensionsOnly }
}

type ConnectionTypes = 'connectionOpened' | 'sessionCreated' | 'connectionReady' | 'connectionLost' | 'connectionFailed' | 'sessionEnded' | 'serverSaid'

function connectionListeners({ session, connection, configurer, server }: FactListenerParts): Listeners<ConnectionTypes> {
  return {
    connectionOpened: ({ serverTime }) => session.opened(serverTime),
    sessionCreated: () => {
      session.created()
      configurer.configure()
    },
    connectionReady: () => session.begun(),
    connectionLost: ({ type, error }) => session.gone(type, error, false),
    connectionFailed: ({ type, error, exhausted }) => session.gone(type, error, exhausted),
    sessionEnded: () => session.ended(),
    serverSaid: (fact) => {
      if (fact.session === connection.session) server.receive(fact.text)
    },
  }
}

function sessionListeners({ session, handsFree }: FactListenerParts): Listeners<'sessionExpires' | 'turnDetectionSet' | 'handoverDue' | 'longIdle' | 'sessionBegan'> {
  return {
    sessionExpires: ({ at }) => session.expires(at),
    turnDetectionSet: ({ mode }) => handsFree.turnDetectionSet(mode === 'hands-free'),
    handoverDue: ({ to }) => session.takeOver(to),
    longIdle: () => session.sleep(),
    sessionBegan: extensionsOnly,
  }
}

function speechListeners(parts: FactListenerParts): Listeners<'turn' | 'handsFree' | 'speechStarted' | 'speechStopped' | 'turnAsked' | 'questionDelivered'> {
  const { turns, handsFree } = parts
  return {
    turn: ({ input }) => turns.post(input),
    handsFree: ({ input }) => handsFree.post(input),
    speechStarted: () => speechStarted(parts),
    speechStopped: () => handsFree.post({ type: 'speechStopped' }),
    turnAsked: extensionsOnly,
    questionDelivered: ({ item, speech }) => parts.conversation.spoken(item, speech),
  }
}

function speechStarted(parts: FactListenerParts): void {
  const { handsFree, audioInput, extensions } = parts
  if (!handsFree.listens) return
  const refusal = extensions.admit({ mode: 'hands-free' })
  if (refusal !== null) return closeHandsFree(parts, refusal)
  audioInput.speechBegan()
  bringItems(parts)
  handsFree.post({ type: 'speechStarted' })
}

function closeHandsFree({ handsFree, notify }: FactListenerParts, refusal: AppError): void {
  handsFree.post({ type: 'disarm' })
  notify(refusal)
}

function answerListeners({ connection, audioOutput, turnCapture }: FactListenerParts): Listeners<'responseDone' | 'callsAsked' | 'callAnnounced' | 'callWhole' | 'callsDropped' | 'callsInterrupted' | 'questionAnswered' | 'itemHeard'> {
  return {
    responseDone: ({ response }) => {
      if (response.status === 'completed') connection.healthy()
    },
    callsAsked: () => {
      if (!audioOutput.playing) turnCapture.earcon('acting')
    },
    callAnnounced: extensionsOnly,
    callWhole: extensionsOnly,
    callsDropped: extensionsOnly,
    callsInterrupted: extensionsOnly,
    questionAnswered: extensionsOnly,
    itemHeard: extensionsOnly,
  }
}

type ContextTypes = 'itemRemoved' | 'contextChanged' | 'conversationOpened' | 'conversationSealed' | 'conversationChanged' | 'announced'

function contextListeners({ connection, conversation, calls, quiet }: FactListenerParts): Listeners<ContextTypes> {
  return {
    itemRemoved: ({ item }) => connection.tell([...calls.removed(item), ...conversation.remove(item)]),
    contextChanged: () => connection.tell(conversation.corrections()),
    conversationOpened: () => quiet.announcements.forget(),
    conversationSealed: () => quiet.announcements.forget(),
    conversationChanged: extensionsOnly,
    announced: extensionsOnly,
  }
}

function changeListeners({ changes }: FactListenerParts): Listeners<'connectionChanged' | 'stateChanged' | 'quiet'> {
  return {
    connectionChanged: ({ state }) => changes.connection(state),
    stateChanged: () => changes.any(),
    quiet: extensionsOnly,
  }
}
