import type { ItemId, TurnId } from '../../../shared/ids'
import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'
import type { ServerEvent } from '../core/realtime/server-event'
import { TUNING } from '../core/turn/tuning'

const isWritten = (event: ServerEvent, item: ItemId): boolean =>
  (event.type === 'conversation.item.input_audio_transcription.completed' || event.type === 'conversation.item.input_audio_transcription.failed') && event.item === item

/** Some servers answer words: a spoken question can be answered only once it is written down. */
export class QuestionWords {
  private turn: TurnId | null = null
  private item: ItemId | null = null
  private readonly bound: Deadline

  constructor(
    timers: Timers,
    private readonly there: (turn: TurnId) => void,
  ) {
    this.bound = new Deadline(timers, () => this.end())
  }

  /** The question was committed. Words that never come are not waited for without end. */
  awaitFor(turn: TurnId): void {
    this.turn = turn
    this.item = null
    this.bound.renew(TUNING.questionWordsBoundMs)
  }

  get waits(): boolean {
    return this.turn !== null
  }

  heard(event: ServerEvent): void {
    if (this.turn === null) return
    if (event.type === 'input_audio_buffer.committed') this.item = event.item
    else if (this.item !== null && isWritten(event, this.item)) this.end()
  }

  forget(): void {
    this.turn = null
    this.bound.stop()
  }

  private end(): void {
    const { turn } = this
    this.forget()
    if (turn !== null) this.there(turn)
  }
}
