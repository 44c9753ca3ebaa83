import { type HandsFreeState, OFF } from './core/turn/hands-free'
import { type HandsFreeFacts, handsFreeFacts, isHandsFree, listens } from './core/turn/hands-free-view'
import { IDLE } from './core/turn/machine'
import type { TurnState } from './core/turn/types'
import type { TalkMode } from '../../shared/settings'

/** Where the two machines stand. Each writes its own; whoever is called by them may read both. */
export class MachineStates {
  turn: TurnState = IDLE
  handsFree: HandsFreeState = OFF

  get mode(): TalkMode {
    return isHandsFree(this.handsFree) ? 'hands-free' : 'hold'
  }

  get listens(): boolean {
    return listens(this.handsFree)
  }

  get facts(): HandsFreeFacts {
    return handsFreeFacts(this.handsFree)
  }

  /** Somebody talks or waits for an answer: a session that ends now is needed again. */
  get needSession(): boolean {
    const { turn } = this
    const speaks = turn.name === 'listening'
    const isOver = turn.name === 'idle' || (turn.name === 'speaking' && turn.done)
    return this.listens || this.facts.switching || (!speaks && !isOver)
  }
}
