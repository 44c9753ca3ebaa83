import type { ImageId } from '../ids'

/** What an endpoint takes (docs/wire-facts.md, Items and images), and what a page can show. */
export type ImageType = 'image/jpeg' | 'image/png'

/** An image without its bytes. */
export interface ImageNote {
  readonly id: ImageId
  readonly type: ImageType
  /** In pixels, as it is to be looked at. */
  readonly width: number
  readonly height: number
  /** Length of its file. */
  readonly bytes: number
}

/** An image that waits to be sent. `name`: of the file it was, for the person. */
export interface Attachment extends ImageNote {
  readonly name: string
}

/** Four of the largest make 8 MB of base64, well within the 15 MiB that the endpoint takes as one event of sound; for images it names no limit. */
export const MAX_IMAGES = 4
/** What leaves the page, at most (docs/wire-facts.md, People's timing). */
export const MAX_IMAGE_BYTES = 1_500_000
export const MAX_EDGE_PX = 1_568

/** Where a page of ours gets an image from main: an address of its own origin. */
export const IMAGE_FOLDER = '/images/'
export const imagePath = (id: ImageId): string => `${IMAGE_FOLDER}${encodeURIComponent(id)}`

export const isSendable = (type: string): type is ImageType => type === 'image/jpeg' || type === 'image/png'

/** An image as it is stored and sent. */
export interface ImageFile {
  readonly type: ImageType
  readonly bytes: Uint8Array
}
