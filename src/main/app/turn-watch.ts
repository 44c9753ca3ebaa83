import { isBusy, isTaking } from '../talk/core/turn/projection'
import type { TurnNow } from './feature-world'
import type { Talk } from '../talk/talk-types'

/** The talk as it is now, for whoever is there before it. */
export class TurnWatch {
  private talk: Pick<Talk, 'turns' | 'facts'> | null = null

  readonly now = (): TurnNow => {
    if (this.talk === null) return { listens: false, runs: false }
    const { turnPhase, handsFree, playing, responding } = this.talk.facts()
    const hears = handsFree.on && handsFree.hearing
    return { listens: isTaking(turnPhase) || hears, runs: isBusy(this.talk.turns.state) || hears || playing || responding }
  }

  follow(talk: Pick<Talk, 'turns' | 'facts'>): void {
    this.talk = talk
  }
}
