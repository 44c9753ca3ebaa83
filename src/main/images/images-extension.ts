import type { TalkExtension } from '../talk/extension'
import type { ConversationImages } from './conversation-images'

/** What waits to be shown goes with the next question. */
export const imagesExtension = ({ attachments, cache }: Pick<ConversationImages, 'attachments' | 'cache'>): TalkExtension => ({
  name: 'images',
  bring: () => {
    const images = attachments.take()
    return images.length === 0 ? null : { images, urls: images.map(({ id }) => cache.url(id)) }
  },
})
