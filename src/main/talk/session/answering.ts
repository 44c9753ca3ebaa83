import { type AppError, appError } from '../../../shared/errors/errors'
import type { TurnId } from '../../../shared/ids'
import type { Settings } from '../../../shared/settings'
import type { Timers, TraceSink } from '../../platform/ports'
import type { TurnInput } from '../core/turn/types'
import type { PostTalkFact } from '../facts'
import type { ConnectionRunner } from './connection-runner'
import { type AnswerParts, Answers } from './answers'
import { NamelessErrors } from './nameless-errors'
import { UnspokenItems, type UnspokenParts } from '../conversation/unspoken-items'

export interface AnsweringParts extends Omit<AnswerParts, 'unspoken' | 'listener' | 'captionsOnly'>, UnspokenParts {
  readonly connection: Pick<ConnectionRunner, 'isReady'>
  readonly timers: Timers
  readonly trace: TraceSink
  readonly post: PostTalkFact
  readonly settings: () => Pick<Settings, 'captionsOnly'>
  readonly notify: (error: AppError) => void
  readonly clearNotice: () => void
}

/** What the server answers, on its way to the turn machine and the person. */
export function createAnswering(parts: AnsweringParts): { readonly answers: Answers; readonly errors: NamelessErrors } {
  const { trace, notify } = parts
  const tell = (input: TurnInput) => parts.post({ type: 'turn', input })
  let postponed: TurnId | null = null
  const answers = new Answers({
    ...parts,
    captionsOnly: () => parts.settings().captionsOnly,
    unspoken: new UnspokenItems(parts),
    listener: {
      answerGrows: (turn) => tell({ type: 'answerGrows', turn }),
      answerStarted: (turn, item) => {
        trace.mark('firstDelta', { turn, item })
        if (postponed === turn) parts.clearNotice()
        tell({ type: 'audioStarted', turn })
      },
      callsAsked: (turn, calls) => tell({ type: 'callsAsked', turn, calls }),
      answerDone: (turn, more) => tell({ type: 'responseDone', turn, more }),
      answerFailed: (turn, error) => tell({ type: 'responseFailed', turn, error }),
      answerPostponed: (turn, error, delayMs) => {
        trace.mark('postponed', { turn, tag: error.tag, delayMs })
        if (error.tag === 'rate-limit' && postponed !== turn) notify(appError('slow-down'))
        postponed = turn
      },
      answered: (turn) => parts.post({ type: 'questionAnswered', turn }),
      trouble: notify,
    },
  })
  const errors = new NamelessErrors({ ...parts, answers, isReady: () => parts.connection.isReady, trouble: notify })
  return { answers, errors }
}
