import { assertNever } from '../../../shared/assert'
import { errorWords } from '../../../shared/errors/error-words'
import type { ErrorTag } from '../../../shared/errors/errors'
import { type Status, statusOf } from '../../../shared/status'
import type { AssistantView } from '../../../shared/view'
import type { Key } from '../../../shared/words/keys'
import { say } from '../../../shared/words/say'

/** The state in words: what is, and what the person can do now. */
export interface StatusWords {
  readonly status: Status
  readonly title: string
  readonly detail: string
}

type Words = Omit<StatusWords, 'status'>

const words = (title: string, detail = ''): Words => ({ title, detail })

export const statusWordsOf = (view: AssistantView): StatusWords => ({ status: statusOf(view), ...wordsOf(view) })

/** A turn that runs says more than the connection under it; an idle Parley says first why it could not answer. */
function wordsOf(view: AssistantView): Words {
  if (view.switching) return words(say('state.switching'), say('state.switching-hint', { server: view.endpointName }))
  if (view.mode === 'hands-free') return ofHandsFree(view)
  return view.phase === 'idle' ? (ofConnection(view) ?? idle(view)) : ofTurn(view)
}

const endWords = ({ talkKeyStyle, talkKeyLabel: key, latched }: AssistantView): string =>
  latched || talkKeyStyle === 'toggle' ? say('state.press-again-hint', { key }) : say('state.let-go-hint')

function ofTurn(view: AssistantView): Words {
  switch (view.phase) {
    case 'opening':
      return words(say('state.opening'), say('state.opening-hint'))
    case 'listening':
      return words(listeningWords(view), endWords(view))
    case 'closing':
      return words(say('state.sending'))
    case 'thinking':
      return thinking(view)
    case 'acting':
      return acting(view)
    case 'speaking':
      return words(say('status.speaking'), say('state.speaking-hint'))
    case 'idle':
      return idle(view)
    default:
      return assertNever(view.phase)
  }
}

function idle({ talkKeyStyle, talkKeyLabel: key }: AssistantView): Words {
  switch (talkKeyStyle) {
    case 'hold':
      return words(say('state.hold-key', { key }), say('state.hold-key-hint'))
    case 'toggle':
      return words(say('state.press-key', { key }), say('state.press-key-hint'))
    case 'none':
      return words(say('state.hold-button'), say('state.hold-button-hint'))
    default:
      return assertNever(talkKeyStyle)
  }
}

/** A card is open: the turn goes on when it is answered. */
function acting({ tools: { card, running } }: AssistantView): Words {
  if (card !== null) return words(say('status.asking'), say('state.needs-you-hint'))
  const [first] = running
  return words(say('status.acting'), first === undefined ? say('state.speaking-hint') : say('state.working-hint', { tool: first.title }))
}

/** Near the end of the longest turn. In steps: the line is read out, and nobody wants to hear every second. */
function listeningWords({ turnEndsInMs }: AssistantView): string {
  if (turnEndsInMs === null) return say('status.listening')
  return say('state.listening-left', { seconds: turnEndsInMs > 30_000 ? 60 : turnEndsInMs > 10_000 ? 30 : 10 })
}

/** Why, in few words; what to do is said by itself: wait, or press the button. */
const LOST_WORDS = {
  network: 'state.unreachable',
  'server-gone': 'state.closed',
  'rate-limit': 'state.busy',
} as const satisfies Partial<Record<ErrorTag, Key>>

const hasWords = (tag: ErrorTag): tag is keyof typeof LOST_WORDS => Object.hasOwn(LOST_WORDS, tag)

/** The reason, where it is known, before what happens now. */
const because = (reason: ErrorTag, server: string, now: string): string =>
  hasWords(reason) ? say('common.two-sentences', { first: say(LOST_WORDS[reason], { server }), second: now }) : now

function thinking({ connection, endpointName }: AssistantView): Words {
  if (connection.state === 'ready') return words(say('status.thinking'), say('state.stop-hint'))
  const kept = say('state.reconnecting-hint')
  return words(say('state.reconnecting'), connection.state === 'waiting' ? because(connection.reason, endpointName, kept) : kept)
}

/** What can be done while Parley has its turn, hands-free. */
const interruptHint = ({ muted }: AssistantView): string => say(muted ? 'state.microphone-muted' : 'state.speak-to-interrupt')

function ofHandsFree(view: AssistantView): Words {
  const key = view.talkKeyLabel
  const byButton = view.talkKeyStyle === 'none'
  if (view.phase === 'speaking') return words(say('status.speaking'), interruptHint(view))
  if (view.phase === 'acting') return { ...acting(view), ...(view.tools.card === null ? { detail: interruptHint(view) } : {}) }
  if (view.phase === 'thinking') return words(say('status.thinking'), view.muted ? say('state.microphone-muted') : '')
  const trouble = ofConnection(view)
  if (trouble !== null) return trouble
  if (view.muted) return words(say('status.muted'), byButton ? say('state.muted-button-hint') : say('state.muted-hint', { key }))
  if (view.hearing) return words(say('state.hearing'), say('state.hearing-hint'))
  return words(say('status.open'), byButton ? say('state.hands-free-button-hint') : say('state.hands-free-hint', { key }))
}

function ofConnection({ connection, endpointName: server }: AssistantView): Words | null {
  switch (connection.state) {
    case 'ready':
      return null
    case 'connecting':
      return words(say('state.connecting', { server }))
    case 'waiting':
      return words(say('state.connection-lost'), because(connection.reason, server, say('state.retry-hint', { seconds: Math.max(1, Math.round(connection.delayMs / 1_000)) })))
    case 'asleep':
      return null // the next press wakes it, and records at once: nothing to wait for
    case 'offline':
      return words(say('status.offline'), say('state.offline-hint', { server }))
    case 'failed':
      return words(say(connection.reason === 'no-key' ? 'state.no-key' : 'state.no-connection', { server }), errorWords(connection.reason))
    default:
      return assertNever(connection)
  }
}

/** The person can ask for another try. */
export const canRetry = ({ connection, phase }: AssistantView): boolean =>
  (phase === 'idle' || phase === 'thinking') && (connection.state === 'failed' || connection.state === 'waiting' || connection.state === 'offline')
