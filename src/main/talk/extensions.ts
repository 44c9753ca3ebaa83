import { errorTrace } from '../../shared/errors/error-trace'
import type { AppError } from '../../shared/errors/errors'
import { ownText } from '../../shared/text/own-text'
import type { Logger } from '../platform/log-port'
import type { ServerEvent } from './core/realtime/server-event'
import type { AdmittedRequest, AudioTap, Brought, FunctionCall, RestoredItem, SessionParts, TalkExtension } from './extension'
import type { TalkFact } from './facts'

/** All extensions of a talk as one, in the order of their list. */
export class Extensions {
  readonly audio: Required<AudioTap>

  constructor(
    private readonly list: readonly TalkExtension[],
    private readonly logger: Pick<Logger, 'error'>,
  ) {
    this.audio = joinTaps(list)
  }

  configure(): SessionParts {
    const parts = this.list.map((each) => this.ask(each, () => each.configure?.()) ?? {})
    return { instructions: parts.flatMap(({ instructions = [] }) => instructions), tools: parts.flatMap(({ tools = [] }) => tools) }
  }

  restore(): readonly RestoredItem[] {
    return this.list.flatMap((each) => this.ask(each, () => each.restore?.()) ?? [])
  }

  bring(): readonly Brought[] {
    return this.list.flatMap((each) => this.ask(each, () => each.bring?.()) ?? [])
  }

  /** The first no counts. */
  admit(request: AdmittedRequest): AppError | null {
    for (const each of this.list) {
      const refusal = this.ask(each, () => each.admit?.(request)) ?? null
      if (refusal !== null) return refusal
    }
    return null
  }

  owns(event: ServerEvent, alone: boolean): boolean {
    return this.list.some((each) => this.ask(each, () => each.owns?.(event, alone)) === true)
  }

  takes(call: Pick<FunctionCall, 'name' | 'hosted'>): boolean {
    return this.list.some((each) => this.ask(each, () => each.takes?.(call)) === true)
  }

  heard(fact: TalkFact): void {
    for (const each of this.list) this.ask(each, () => each.heard?.(fact))
  }

  /** One that fails says nothing, and keeps neither another one nor the talk from going on: a press still silences. */
  private ask<Answer>({ name }: TalkExtension, question: () => Answer): Answer | undefined {
    try {
      return question()
    } catch (cause) {
      this.logger.error('an extension failed', { name: ownText(name), cause: errorTrace(cause) })
      return undefined
    }
  }
}

function joinTaps(list: readonly TalkExtension[]): Required<AudioTap> {
  const taps = list.flatMap(({ audio }) => audio ?? [])
  return {
    sent: (turn, bytes, mode) => {
      for (const tap of taps) tap.sent?.(turn, bytes, mode)
    },
    restored: (bytes) => {
      for (const tap of taps) tap.restored?.(bytes)
    },
    ended: (why) => {
      for (const tap of taps) tap.ended?.(why)
    },
    played: (item, pcm) => {
      for (const tap of taps) tap.played?.(item, pcm)
    },
  }
}
