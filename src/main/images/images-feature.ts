import type { Feature } from '../app/feature'
import { imageRoutes } from './image-routes'
import { createConversationImages, type ConversationImageParts, type ConversationImages } from './conversation-images'

export interface ImagesFeature extends Feature<'attachments'> {
  readonly images: ConversationImages
}

export function createImagesFeature(world: ConversationImageParts): ImagesFeature {
  const images = createConversationImages(world)
  return {
    images,
    view: () => ({ attachments: images.attachments.list }),
    routes: (door) => imageRoutes(door, images.attachments),
  }
}
