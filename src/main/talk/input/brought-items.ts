import { itemId } from '../../../shared/ids'
import { createUserImages, createUserText } from '../core/realtime/client-event'
import type { ConversationStore } from '../conversation/conversation-store'
import type { Extensions } from '../extensions'
import type { ConnectionRunner } from '../session/connection-runner'

export interface BringParts {
  readonly extensions: Pick<Extensions, 'bring'>
  readonly conversation: Pick<ConversationStore, 'apply'>
  readonly connection: Pick<ConnectionRunner, 'isReady' | 'send'>
  readonly mint: () => string
}

/**
 * What features bring goes out just before a spoken question is complete: an item of its own for each, without a request, so that the
 * answer to the speech knows it. A session that is not there will be told of it as of everything else that was said.
 */
export function bringItems({ extensions, conversation, connection, mint }: BringParts): void {
  for (const { images, urls } of extensions.bring()) {
    const item = itemId(mint())
    conversation.apply({ type: 'local.userText', item, text: '', images })
    if (connection.isReady) connection.send(createUserImages(item, urls, ''))
  }
}

/** A typed question with all that features bring, in one item. */
export function typedQuestion({ extensions, conversation, mint }: Omit<BringParts, 'connection'>, text: string) {
  const brought = extensions.bring()
  const urls = brought.flatMap((each) => each.urls)
  const item = itemId(mint())
  conversation.apply({ type: 'local.userText', item, text, images: brought.flatMap(({ images }) => images) })
  return { item, event: urls.length === 0 ? createUserText(item, text) : createUserImages(item, urls, text) }
}
