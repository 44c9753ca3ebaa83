import type { AppError } from '../../../shared/errors/errors'
import type { Result } from '../../../shared/result'
import type { Logger, RealtimeTransport, Timers, TraceSink, TransportTarget, WallClock } from '../../platform/ports'
import type { HandsFreeController } from '../hands-free-controller'
import { IdleSleep } from './idle-sleep'
import type { SessionNames } from './names/session-names'
import type { SessionLife } from './session-life'
import { SessionRollover } from './session-rollover'
import type { Summarizer } from '../../summary/summarizer'
import type { TalkParts } from '../talk-hands'
import type { TurnController } from '../turn-controller'

export interface QuietParts extends Pick<TalkParts, 'uplink' | 'downlink' | 'requests' | 'connection' | 'configurer' | 'conversation' | 'settings'> {
  readonly transport: RealtimeTransport
  readonly timers: Timers
  readonly wallClock: WallClock
  readonly logger: Logger
  readonly trace: TraceSink
  readonly newNames: () => SessionNames
  readonly target: () => Promise<Result<TransportTarget, AppError>>
  readonly turns: TurnController
  readonly handsFree: HandsFreeController
  readonly summarizer: Summarizer
  readonly shortestLifeMs?: number
  readonly life: () => Pick<SessionLife, 'takeOver' | 'sleep'>
}

/** What waits for a moment in which nobody talks: the next session, sleep, a summary. */
export interface QuietMoments {
  readonly rollover: SessionRollover
  /** Something changed: is this such a moment? */
  look(): void
}

export function quietMoments(parts: QuietParts): QuietMoments {
  const { uplink, downlink, requests, connection, conversation, turns, handsFree, summarizer } = parts
  const still = () => !downlink.playing && !requests.busy && !handsFree.facts.switching && !handsFree.facts.hearing && !uplink.streamWaits
  const quiet = () => turns.state.name === 'idle' && still()
  /** Muted, nobody waits for a server that has heard something and never says more: what it heard becomes a draft. */
  const unused = () => (handsFree.facts.muted ? turns.state.name === 'idle' && !downlink.playing && !requests.busy && !handsFree.facts.switching && connection.isReady : quiet() && connection.isReady && !handsFree.on)
  const rollover = new SessionRollover({
    ...parts,
    isReady: () => connection.isReady,
    quiet: () => quiet() && !conversation.awaitsWords,
    cutsNothing: () => !handsFree.facts.hearing && !handsFree.facts.switching && !requests.answering && !uplink.streamWaits,
    takeOver: (candidate) => parts.life().takeOver(candidate),
  })
  const sleep = new IdleSleep(parts.timers, () => parts.settings().sleepAfterMinutes, () => parts.life().sleep())
  return {
    rollover,
    look: () => {
      const idle = quiet() && connection.isReady
      sleep.look(unused())
      rollover.look()
      if (idle) summarizer.consider(conversation.ours)
    },
  }
}
