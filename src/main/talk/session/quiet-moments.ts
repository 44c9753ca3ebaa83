import type { KnownServer } from '../../providers/core/known-server'
import type { AppError } from '../../../shared/errors/errors'
import type { Result } from '../../../shared/result'
import type { Settings } from '../../../shared/settings'
import type { Logger, Timers, TraceSink, WallClock } from '../../platform/ports'
import type { RealtimeTransport, TransportTarget } from '../../providers/core/transport-port'
import type { ConversationStore } from '../conversation/conversation-store'
import type { PostTalkFact } from '../facts'
import type { AudioInput } from '../input/audio-input'
import type { MachineStates } from '../machine-states'
import type { AudioOutput } from '../output/audio-output'
import type { ClipPlayer } from '../output/clip-player'
import type { ConnectionRunner } from './connection-runner'
import type { FunctionCalls } from './calls/function-calls'
import { Announcements } from './announcements'
import { Handover } from './handover'
import { IdleSleep } from './idle-sleep'
import type { SessionNames } from './names/session-names'
import type { ResponseRequests } from './response-requests'
import type { SessionConfigurer } from './session-configurer'

export interface QuietParts {
  readonly audioInput: AudioInput
  readonly audioOutput: AudioOutput
  readonly requests: ResponseRequests
  readonly calls: Pick<FunctionCalls, 'waits'>
  readonly clips: Pick<ClipPlayer, 'isPlaying'>
  /** Tells the model, as a turn of its own. False: it may not be asked. */
  readonly announce: (text: string) => boolean
  readonly connection: ConnectionRunner
  readonly configurer: SessionConfigurer
  readonly conversation: ConversationStore
  readonly states: MachineStates
  readonly settings: () => Settings
  readonly transport: RealtimeTransport
  readonly server: () => KnownServer
  readonly timers: Timers
  readonly wallClock: WallClock
  readonly logger: Logger
  readonly trace: TraceSink
  readonly newNames: () => SessionNames
  readonly target: () => Promise<Result<TransportTarget, AppError>>
  readonly act: (work: () => void) => void
  readonly shortestLifeMs?: number
  readonly post: PostTalkFact
}

/** What waits for a moment in which nobody talks: the next session, sleep, a summary, what is to be announced. */
export interface QuietMoments {
  readonly handover: Handover
  readonly announcements: Announcements
  /** Something changed: is this such a moment? */
  evaluate(): void
}

export function quietMoments(parts: QuietParts): QuietMoments {
  const { audioInput, audioOutput, requests, calls, connection, conversation, states, post } = parts
  const still = () => !audioOutput.playing && !requests.busy && !calls.waits && !states.facts.switching && !states.facts.hearing && !audioInput.streamWaits
  const quiet = () => states.turn.name === 'idle' && still()
  /** Muted, nobody waits for a server that has heard something and never says more: what it heard becomes a draft. */
  const unused = () => (states.facts.muted ? states.turn.name === 'idle' && !audioOutput.playing && !requests.busy && !calls.waits && !states.facts.switching && connection.isReady : quiet() && connection.isReady && !states.facts.on)
  const handover = new Handover({
    ...parts,
    isReady: () => connection.isReady,
    quiet: () => quiet() && !conversation.awaitsWords,
    cutsNothing: () => !states.facts.hearing && !states.facts.switching && !requests.answering && !audioInput.streamWaits,
    takeOver: (to) => post({ type: 'handoverDue', to }),
  })
  const sleep = new IdleSleep(parts.timers, () => parts.settings().sleepAfterMinutes, () => post({ type: 'longIdle' }))
  const changed = () => post({ type: 'stateChanged' })
  const announcements = new Announcements(
    parts.timers,
    {
      isListening: () => parts.clips.isPlaying,
      ask: (text) => {
        const isAsked = parts.announce(text)
        if (isAsked) post({ type: 'announced', text })
        return isAsked
      },
      wake: () => (connection.state.name === 'asleep' ? connection.connect() : changed()),
    },
    changed,
  )
  const evaluate = () => {
    const idle = quiet() && connection.isReady
    sleep.evaluate(unused())
    handover.evaluate()
    if (idle) announcements.quiet()
    if (idle && quiet()) post({ type: 'quiet', said: conversation.ours })
  }
  return { handover, announcements, evaluate }
}
