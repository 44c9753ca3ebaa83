import type { ImageApi } from '../shared/ipc/images'
import { ask, follow, tell } from './wire'

export const images: ImageApi = {
  attachImage: (name, bytes) => ask('image:attach', name, bytes),
  detachImage: (image) => tell('image:detach', image),
  onImageToScale: (listener) => follow('image:scale', listener),
  imageScaled: (id, bytes) => tell('image:scaled', id, bytes),
}
