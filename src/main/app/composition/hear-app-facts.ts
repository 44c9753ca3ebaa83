import type { PlayingView } from '../../../shared/ipc/history'
import type { TurnReminder } from '../../talk/input/turn-reminder'
import { isTaking, turnPhase } from '../../talk/core/turn/projection'
import type { AppFact } from '../app-facts'
import type { Talk } from '../feature'
import type { ViewPublisher } from '../view/view-publisher'
import type { AboveTalk } from './above-talk'
import type { BelowTalk } from './below-talk'

export interface AppFactListenerParts extends Pick<BelowTalk, 'sound'>, Pick<AboveTalk, 'hotkeys' | 'escape'> {
  readonly talk: Talk
  readonly reminder: TurnReminder
  readonly publisher: ViewPublisher
  readonly playing: (playing: PlayingView) => void
}

/** What each fact means, and for whom. */
export function hearAppFacts(parts: AppFactListenerParts): (fact: AppFact) => void {
  const { publisher } = parts
  const changed = () => {
    parts.escape.evaluate()
    publisher.viewChanged()
  }
  return (fact) => {
    switch (fact.type) {
      case 'viewChanged':
        return changed()
      case 'conversationChanged':
        return publisher.conversationChanged()
      case 'clipChanged':
        parts.playing(fact.playing)
        return changed()
      case 'talkChanged':
        followTalk(parts)
        return changed()
    }
  }
}

function followTalk({ talk, sound, hotkeys, reminder }: AppFactListenerParts): void {
  const { state } = talk.turns
  const phase = turnPhase(state)
  sound.around.follow(phase)
  hotkeys.keys.service.evaluate(isTaking(phase))
  reminder.evaluate(state)
}
