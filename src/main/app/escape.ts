import { isBusy } from '../talk/core/turn/projection'
import type { ClipPlayer } from '../talk/output/clip-player'
import type { HotkeySource } from '../hotkeys/core/ports'
import type { Timers } from '../platform/ports'
import type { Feature, Talk } from './feature'

/** One press of the key comes twice where the panel is in front: from the hook, and a little later from its page. */
const SAME_PRESS_MS = 300

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
  /** True: it has closed what a feature had open, and has nothing more to say. */
  taken(): boolean
}

export function createEscape({ source, talk, clips, features, timers }: EscapeParts): Escape {
  let takenUntil = -Infinity
  const first = () => features.find(({ escape }) => escape?.isWanted() === true)?.escape
  return {
    evaluate: () => source.watchEscape(first() !== undefined || isBusy(talk.turns.state) || talk.handsFree.on || talk.facts().playing || clips.current !== null),
    taken: () => {
      if (timers.now() < takenUntil) return true
      const wanted = first()
      if (wanted === undefined) return false
      takenUntil = timers.now() + SAME_PRESS_MS
      wanted.take()
      return true
    },
  }
}
