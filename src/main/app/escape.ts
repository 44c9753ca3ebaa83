import { isBusy } from '../talk/core/turn/projection'
import type { ClipPlayer } from '../talk/output/clip-player'
import type { HotkeySource } from '../hotkeys/core/ports'
import type { Timers } from '../platform/ports'
import { type EndedBy, EscapePresses } from './escape-presses'
import type { Feature, Talk } from './feature'

export interface EscapeParts {
  readonly source: Pick<HotkeySource, 'watchEscape'>
  readonly talk: Pick<Talk, 'turns' | 'handsFree' | 'facts'>
  readonly clips: Pick<ClipPlayer, 'current'>
  readonly features: readonly Feature[]
  readonly timers: Pick<Timers, 'now'>
}

/** Escape, anywhere: it is listened for only while there is something to end. */
export interface Escape {
  /** Something may want it, or not any more. */
  evaluate(): void
  /** True: it has closed what a feature had open, or was told before, and has nothing more to say. */
  taken(by: EndedBy): boolean
}

export function createEscape({ source, talk, clips, features, timers }: EscapeParts): Escape {
  const presses = new EscapePresses()
  const first = () => features.find(({ escape }) => escape?.isWanted() === true)?.escape
  return {
    evaluate: () => source.watchEscape(first() !== undefined || isBusy(talk.turns.state) || talk.handsFree.on || talk.facts().playing || clips.current !== null),
    taken: (by) => {
      if (presses.isSecond(by, timers.now())) return true
      const wanted = first()
      wanted?.take()
      return wanted !== undefined
    },
  }
}
