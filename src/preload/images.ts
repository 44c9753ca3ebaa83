import type { ImageApi } from '../shared/ipc/images'
import { ask, tell } from './wire'

export const images: ImageApi = {
  attachImage: (name, bytes) => ask('image:attach', name, bytes),
  detachImage: (image) => tell('image:detach', image),
}
