import { itemId } from '../../shared/ids'
import { createUserImages, createUserText } from '../talk/core/realtime/client-event'
import type { TalkParts } from '../talk/talk-hands'

type Showing = Pick<TalkParts, 'images' | 'conversation' | 'connection' | 'mint'>

/**
 * What waits to be shown goes out just before a spoken question is complete: an item of its own, without a request, so that the
 * answer to the speech knows it. A session that is not there will be told of it as of everything else that was said.
 */
export function showImages(parts: Showing): void {
  const images = parts.images.attachments.take()
  if (images.length === 0) return
  const item = itemId(parts.mint())
  parts.conversation.apply({ type: 'local.userText', item, text: '', images })
  if (parts.connection.isReady) parts.connection.send(createUserImages(item, images.map(({ id }) => parts.images.shelf.url(id)), ''))
}

/** A typed question with what waits to be shown, in one item. */
export function typedQuestion({ images: { attachments, shelf }, conversation, mint }: Omit<Showing, 'connection'>, text: string) {
  const images = attachments.take()
  const item = itemId(mint())
  conversation.apply({ type: 'local.userText', item, text, images })
  return { item, event: images.length === 0 ? createUserText(item, text) : createUserImages(item, images.map(({ id }) => shelf.url(id)), text) }
}
