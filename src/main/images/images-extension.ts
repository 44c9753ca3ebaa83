import type { TalkExtension } from '../talk/extension'
import type { TalkImages } from './talk-images'

/** What waits to be shown goes with the next question. */
export const imagesExtension = ({ attachments, shelf }: Pick<TalkImages, 'attachments' | 'shelf'>): TalkExtension => ({
  name: 'images',
  bring: () => {
    const images = attachments.take()
    return images.length === 0 ? null : { images, urls: images.map(({ id }) => shelf.url(id)) }
  },
})
