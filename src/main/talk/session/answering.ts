import { appError } from '../../../shared/errors/errors'
import type { TurnId } from '../../../shared/ids'
import type { Timers, TraceSink } from '../../platform/ports'
import type { ClientEvent } from '../core/realtime/client-event'
import { Answers } from './answers'
import { NamelessErrors } from './nameless-errors'
import { RefusedCalls } from './refused-calls'
import type { TalkParts } from '../talk-hands'
import type { TurnController } from '../turn-controller'
import { UnspokenItems } from '../conversation/unspoken-items'

type Used = 'uplink' | 'downlink' | 'texts' | 'requests' | 'retries' | 'connection' | 'conversation' | 'mint' | 'drafts' | 'notify' | 'clearNotice'

export interface AnsweringParts extends Pick<TalkParts, Used> {
  readonly send: (event: ClientEvent) => void
  readonly timers: Timers
  readonly trace: TraceSink
  readonly turns: TurnController
}

/** What the server answers, on its way to the turn machine and the person. */
export function createAnswering(parts: AnsweringParts): { readonly answers: Answers; readonly calls: RefusedCalls; readonly errors: NamelessErrors } {
  const { trace, turns, notify } = parts
  let postponed: TurnId | null = null
  const calls = new RefusedCalls(parts)
  const answers = new Answers({
    ...parts,
    unspoken: new UnspokenItems(parts),
    calls,
    listener: {
      answerGrows: (turn) => turns.post({ type: 'answerGrows', turn }),
      answerStarted: (turn, item) => {
        trace.mark('firstDelta', { turn, item })
        if (postponed === turn) parts.clearNotice()
        turns.post({ type: 'audioStarted', turn })
      },
      answerDone: (turn, more) => turns.post({ type: 'responseDone', turn, more }),
      answerFailed: (turn, error) => turns.post({ type: 'responseFailed', turn, error }),
      answerPostponed: (turn, error, delayMs) => {
        trace.mark('postponed', { turn, tag: error.tag, delayMs })
        if (error.tag === 'rate-limit' && postponed !== turn) notify(appError('slow-down'))
        postponed = turn
      },
      answered: (turn) => void parts.drafts.answered(turn),
      trouble: notify,
    },
  })
  const errors = new NamelessErrors({ ...parts, answers, isReady: () => parts.connection.isReady, trouble: notify })
  return { answers, calls, errors }
}
