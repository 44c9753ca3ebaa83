import type { ItemId } from '../../shared/ids'
import { HistoryActions } from './history-actions'
import type { HistoryWorld } from './history-world'
import { MessageActions } from './message-actions'
import type { OpenConversation } from './open-conversation'
import { Removed } from './removed'

/** What pages may ask of the history and of single messages; both take items out of the running talk, too. */
export function createActions(world: HistoryWorld, opening: OpenConversation, today: () => string): { readonly actions: HistoryActions; readonly messageActions: MessageActions } {
  const { store, kept, talk, submit } = world
  const removed = new Removed(store, world.timers)
  const inTalk = {
    removeFromConversation: (item: ItemId) => talk.removeItem(item),
    putBackInConversation: (item: ItemId) => talk.putBackItem(item),
  }
  const actions = new HistoryActions({
    ...world,
    ...inTalk,
    removed,
    removeFromConversation: (item) => {
      kept.recorder.release(item)
      talk.removeItem(item)
    },
    current: kept.current,
    today,
    flush: () => kept.recorder.flush(),
    openConversation: (rows, begin) => opening.goOn(rows, begin),
    newConversation: () => opening.fresh(false),
    sendSpeech: (pcm, draft) => submit({ kind: 'speech', pcm, draft }),
    handsFree: () => talk.handsFree.on,
    changed: world.sinks.changed,
  })
  const messageActions = new MessageActions({
    ...inTalk,
    actions,
    removed,
    conversation: () => kept.current.id,
    items: () => talk.conversation.current.items,
    isOurs: (id) => talk.conversation.ours.some((item) => item.id === id),
    refusal: () => talk.refusal(),
    submit,
    copy: world.copy,
  })
  return { actions, messageActions }
}
