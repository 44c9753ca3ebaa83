import type { ShowingFeature } from '../app/feature'
import { imagesExtension } from './images-extension'
import { imageRoutes } from './image-routes'
import { createConversationImages, type ConversationImageParts, type ConversationImages } from './conversation-images'

export interface ImagesFeature extends ShowingFeature<'attachments'> {
  readonly images: ConversationImages
}

export function createImagesFeature(world: ConversationImageParts): ImagesFeature {
  const images = createConversationImages(world)
  return {
    images,
    extensions: [imagesExtension(images)],
    view: () => ({ attachments: images.attachments.list }),
    routes: (door) => imageRoutes(door, images.attachments),
  }
}
