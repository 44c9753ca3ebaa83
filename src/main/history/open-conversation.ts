import type { Talk } from '../app/feature'
import type { ConversationImages } from './core/images'
import type { ItemWrite } from './core/ports'
import type { CurrentConversation } from './current-conversation'

export interface OpenConversationParts {
  readonly talk: Pick<Talk, 'undo' | 'openConversation'>
  readonly current: Pick<CurrentConversation, 'begin'>
  readonly images: Pick<ConversationImages, 'begin'>
}

/** Another conversation is held from now on. */
export interface OpenConversation {
  /** An old one goes on; `begin` says with what. */
  goOn(items: readonly ItemWrite[], begin: () => void): void
  /** A fresh one. `isPrivate`: nothing of it is written down. */
  fresh(isPrivate: boolean): void
}

export function openConversation({ talk, current, images }: OpenConversationParts): OpenConversation {
  const goOn: OpenConversation['goOn'] = (items, begin) => {
    talk.undo.withdraw() // it belonged to the conversation before
    talk.openConversation(items.map(({ item }) => item), () => {
      images.begin()
      begin()
    })
  }
  return { goOn, fresh: (isPrivate) => goOn([], () => current.begin(isPrivate)) }
}
