import { readImageHeader } from '../../../shared/images/image-header'
import { type ImageType, isSendable } from '../../../shared/images/images'
import { oneOf, shape, text } from '../configuration/schema-words'
import type { WireItem } from '../session/wire'

/** An image that a client sent, by the word of its own first bytes. */
export interface ImageFacts {
  readonly itemId: string
  readonly type: ImageType
  readonly width: number
  readonly height: number
  /** Length of the file. */
  readonly bytes: number
  readonly detail: 'auto' | 'low' | 'high'
}

/** The wire names no limit for images; this is the one it has for sound in one event (docs/wire-facts.md, Frames and pings). */
const MAX_BYTES = 15 * 1024 * 1024
const DATA_URL = /^data:([a-z]+\/[a-z0-9.+-]+);base64,([A-Za-z0-9+/]+={0,2})$/

type Read = Omit<ImageFacts, 'itemId' | 'detail'>

const read = (url: string): Read | string => {
  const [, claimed, base64 = ''] = DATA_URL.exec(url) ?? []
  if (claimed === undefined) return 'expected a base64 data URL'
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.byteLength > MAX_BYTES) return 'the image is larger than 15 MiB'
  const header = readImageHeader(bytes)
  if (!isSendable(claimed) || header === null || header.type !== claimed) return 'expected a PNG or JPEG image, and its own media type'
  return { type: claimed, width: header.width, height: header.height, bytes: bytes.byteLength }
}

const imageUrl = text.check(({ value, issues }) => {
  const image = read(value)
  if (typeof image === 'string') issues.push({ code: 'custom', message: image, input: value })
})

/** The `input_image` part: a string, not an object; nothing is ever fetched (docs/wire-facts.md, Items and images). */
export const inputImage = shape({ type: oneOf('input_image'), image_url: imageUrl }, { detail: oneOf('auto', 'low', 'high') })

export const imagesIn = ({ id, content = [] }: WireItem): readonly ImageFacts[] =>
  content.flatMap(({ type, image_url: url, detail = 'auto' }) => {
    const image = type === 'input_image' && url !== undefined ? read(url) : ''
    return typeof image === 'string' ? [] : [{ itemId: id, ...image, detail }]
  })

const TILE_PX = 512
const BASE_TOKENS = 85
const TILE_TOKENS = 170

/** The vendor's published rule for the models that count in tiles; for the realtime models it has published none. */
export const imageTokens = ({ width, height, detail }: ImageFacts): number => {
  if (detail === 'low') return BASE_TOKENS
  const inBox = Math.min(1, 2_048 / Math.max(width, height))
  const scale = inBox * Math.min(1, 768 / (Math.min(width, height) * inBox))
  return BASE_TOKENS + TILE_TOKENS * Math.ceil((width * scale) / TILE_PX) * Math.ceil((height * scale) / TILE_PX)
}

/** Proof to a person, or to a test, that the picture arrived whole. */
export const imageSentence = ({ width, height }: ImageFacts): string => `You sent an image of ${String(width)} by ${String(height)} pixels.`
