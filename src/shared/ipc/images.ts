import { z } from 'zod'
import type { ImageId } from '../ids'
import { MAX_IMAGE_BYTES } from '../images/images'
import { type Answered, channel, type Unsubscribe } from './channel'

const ImageBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= MAX_IMAGE_BYTES)

export const ImageAsks = {
  /** One image waits for what is said next: its file name, and its bytes as they will be sent. */
  'image:attach': channel(z.tuple([z.string().max(255), ImageBytes]), 'panel'),
} as const

export interface ImageAnswers {
  'image:attach': null
}

export const ImageTells = {
  'image:detach': channel(z.tuple([z.string().min(1).max(64)]), 'panel'),
  /** What was made of an image of a stranger; null: it cannot be read, or not be made small enough. */
  'image:scaled': channel(z.tuple([z.string().min(1).max(64), ImageBytes.nullable()]), 'panel'),
} as const

export interface ImagePushes {
  /** The image of a stranger, to be decoded in the sandbox of the page and made anew. */
  'image:scale': { readonly id: string; readonly bytes: Uint8Array }
}

export interface ImageApi {
  /** `bytes`: PNG or JPEG, scaled already; main looks again. */
  attachImage(name: string, bytes: Uint8Array): Answered<null>
  detachImage(image: ImageId): void
  onImageToScale(listener: (image: ImagePushes['image:scale']) => void): Unsubscribe
  imageScaled(id: string, bytes: Uint8Array | null): void
}
