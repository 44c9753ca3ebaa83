import { assertNever } from '../../../shared/assert'
import { errorWords } from '../../../shared/errors/error-words'
import type { ErrorTag } from '../../../shared/errors/errors'
import { type Status, statusOf } from '../../../shared/status'
import type { AssistantView } from '../../../shared/view'

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
  if (view.switching) return words('Switching…', 'The microphone opens when the server is ready')
  if (view.mode === 'hands-free') return ofHandsFree(view)
  return view.phase === 'idle' ? (ofConnection(view) ?? idle(view)) : ofTurn(view)
}

const endWords = ({ talkKeyStyle, talkKeyLabel, latched }: AssistantView): string =>
  latched || talkKeyStyle === 'toggle' ? `${talkKeyLabel} again to send` : 'Let go to send'

function ofTurn(view: AssistantView): Words {
  switch (view.phase) {
    case 'opening':
      return words('Opening the microphone…', 'Speak when it says Listening')
    case 'listening':
      return words(listeningWords(view), `${endWords(view)} · Esc to discard`)
    case 'closing':
      return words('Sending…')
    case 'thinking':
      return thinking(view)
    case 'acting':
      return acting(view)
    case 'speaking':
      return words('Speaking', 'Press to interrupt · Esc to stop')
    case 'idle':
      return idle(view)
    default:
      return assertNever(view.phase)
  }
}

function idle({ talkKeyStyle, talkKeyLabel }: AssistantView): Words {
  switch (talkKeyStyle) {
    case 'hold':
      return words(`Hold ${talkKeyLabel} and speak`, 'or hold this button, or Space')
    case 'toggle':
      return words(`Press ${talkKeyLabel} and speak`, 'Your system reports no key release here: press once to start, again to stop')
    case 'none':
      return words('Hold the button and speak', 'No global talk key: use the button, or Space in this window')
    default:
      return assertNever(talkKeyStyle)
  }
}

/** A card is open: the talk goes on when it is answered. */
function acting({ tools: { card, running } }: AssistantView): Words {
  if (card !== null) return words('Waiting for your answer', 'Esc to deny')
  const [first] = running
  return words('Using a tool…', first === undefined ? 'Press to interrupt · Esc to stop' : `${first.title} · Esc to stop`)
}

const LEFT_WORDS = [[30_000, '1 minute left'], [10_000, '30 seconds left']] as const

/** Near the end of the longest turn. In steps: the line is read out, and nobody wants to hear every second. */
function listeningWords({ turnEndsInMs }: AssistantView): string {
  if (turnEndsInMs === null) return 'Listening'
  const left = LEFT_WORDS.find(([ms]) => turnEndsInMs > ms)
  return `Listening · ${left?.[1] ?? '10 seconds left'}`
}

/** Why, in two words; what to do is said by itself: wait, or press the button. */
const LOST_WORDS: Partial<Record<ErrorTag, string>> = {
  network: 'The server cannot be reached. ',
  'server-gone': 'The server hung up. ',
  'rate-limit': 'The server is busy. ',
}

function thinking({ connection }: AssistantView): Words {
  if (connection.state === 'ready') return words('Thinking…', 'Esc to stop')
  const why = connection.state === 'waiting' ? (LOST_WORDS[connection.reason] ?? '') : ''
  return words('Reconnecting…', `${why}What you said is kept · Esc to discard`)
}

function ofHandsFree(view: AssistantView): Words {
  const muteKey = view.talkKeyStyle === 'none' ? 'the button' : view.talkKeyLabel
  if (view.phase === 'speaking') return words('Speaking', view.muted ? 'Your microphone is muted' : 'Speak to interrupt')
  if (view.phase === 'acting') return { ...acting(view), ...(view.tools.card === null ? { detail: view.muted ? 'Your microphone is muted' : 'Speak to interrupt' } : {}) }
  if (view.phase === 'thinking') return words('Thinking…', view.muted ? 'Your microphone is muted' : '')
  const trouble = ofConnection(view)
  if (trouble !== null) return trouble
  if (view.muted) return words('Muted', `Press ${muteKey} to unmute`)
  if (view.hearing) return words('Hearing you', 'Pause to be answered')
  return words('Listening hands-free', `Just speak · press ${muteKey} to mute`)
}

const seconds = (ms: number): string => `${Math.max(1, Math.round(ms / 1_000))} s`

function ofConnection({ connection, endpointName }: AssistantView): Words | null {
  switch (connection.state) {
    case 'ready':
      return null
    case 'connecting':
      return words(`Connecting to ${endpointName}…`)
    case 'waiting':
      return words('Connection lost', `${LOST_WORDS[connection.reason] ?? ''}Next try in ${seconds(connection.delayMs)}`)
    case 'asleep':
      return null // the next press wakes it, and records at once: nothing to wait for
    case 'offline':
      return words('Offline', `Not connected to ${endpointName}`)
    case 'failed':
      if (connection.reason === 'no-key') return words(`No API key for ${endpointName}`, errorWords('no-key'))
      return words(`No connection to ${endpointName}`, errorWords(connection.reason))
    default:
      return assertNever(connection)
  }
}

/** The person can ask for another try. */
export const canRetry = ({ connection, phase }: AssistantView): boolean =>
  (phase === 'idle' || phase === 'thinking') && (connection.state === 'failed' || connection.state === 'waiting' || connection.state === 'offline')
