import { appError, type AppError } from '../../shared/errors/errors'
import { type ItemId, itemId } from '../../shared/ids'
import { err, ok, type Result } from '../../shared/result'
import type { FeatureWorld, ShowingFeature } from '../app/feature'
import type { Clips, TalkFact } from '../talk/extension'
import { UnheardSound } from './unheard-sound'

export interface UnheardWorld extends Pick<FeatureWorld, 'changed'> {
  readonly clips: Clips
}

/** "Play the rest" of an answer that was interrupted. */
export function createUnheardFeature({ changed, clips }: UnheardWorld): ShowingFeature<'unheard'> {
  const sound = new UnheardSound()
  const forgetAll = () => {
    sound.forgetAll()
    changed()
  }
  const play = (item: ItemId): Result<null, AppError> => {
    const rest = sound.rest(item)
    if (rest === null) return err(appError('no-sound'))
    clips.play(item, rest)
    return ok(null)
  }
  const heard = (fact: TalkFact): void => {
    if (fact.type === 'itemHeard' && sound.ended(fact.item, fact.unheard)) changed()
    else if (fact.type === 'itemRemoved' && sound.forget(fact.item)) changed()
    else if (fact.type === 'conversationOpened') forgetAll()
  }
  return {
    extensions: [{ name: 'unheard', audio: { played: (item, pcm) => sound.played(item, pcm) }, heard }],
    view: () => ({ unheard: sound.items }),
    routes: (door) => door.handle('item:play-rest', (item) => play(itemId(item))),
    everythingRemoved: forgetAll,
  }
}
