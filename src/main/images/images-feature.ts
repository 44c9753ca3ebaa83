import type { Feature } from '../app/feature'
import { imageRoutes } from './image-routes'
import { createTalkImages, type TalkImageParts, type TalkImages } from './talk-images'

export interface ImagesFeature extends Feature<'attachments'> {
  readonly images: TalkImages
}

export function createImagesFeature(world: TalkImageParts): ImagesFeature {
  const images = createTalkImages(world)
  return {
    images,
    view: () => ({ attachments: images.attachments.list }),
    routes: (door) => imageRoutes(door, images.attachments),
  }
}
