import { firstCharacters } from '../../../shared/text/characters'
import { plainLine } from '../../../shared/text/plain-line'
import { plainText } from '../../../shared/text/plain-text'
import type { Json } from '../../tools/core/tool'
import { isObject } from './walk'

/** As all outputs are cut; what stands here is cut before, where its length is known. */
const MAX_CHARS = 6_000
const MAX_IMAGES = 4
/** As an attachment may be, in characters of base64. */
const MAX_IMAGE_CHARS = 7_000_000
const MAX_BLOCKS = 1_000
const MAX_NAME_CHARS = 300
/** What can be shown to a model. Whether it is one is seen where it is decoded. */
const IMAGE_TYPES = new Set(['image/png', 'image/jpeg', 'image/webp'])

export interface ReadResult {
  readonly text: string
  readonly images: readonly { readonly mime: string; readonly data: string }[]
}

const short = (value: Json | undefined): string => (typeof value === 'string' ? firstCharacters(plainLine(value), MAX_NAME_CHARS) : '')
const kilobytes = (base64: Json | undefined): string => `${String(Math.ceil((typeof base64 === 'string' ? base64.length : 0) * 0.75 / 1_000))} kB`

/** What a model reads of a result: its texts, and in words what cannot be told in text. */
export function readResult(content: readonly Json[], structured: Json | undefined): ReadResult {
  const images: { mime: string; data: string }[] = []
  const words = content.slice(0, MAX_BLOCKS).map((block) => blockWords(block, images))
  if (content.length > MAX_BLOCKS) words.push(`[${String(content.length - MAX_BLOCKS)} more parts]`)
  const hasText = content.some((block) => isObject(block) && block['type'] === 'text')
  if (!hasText && structured !== undefined) words.push(JSON.stringify(structured))
  return { text: capped(plainText(words.filter((each) => each !== '').join('\n'))), images }
}

/** The hint is for the model. */
function capped(text: string): string {
  if (text.length <= MAX_CHARS) return text
  const kept = firstCharacters(text, MAX_CHARS - 60)
  return `${kept}\n${String(text.length - kept.length)} more characters; ask for a part`
}

function blockWords(block: Json, images: { mime: string; data: string }[]): string {
  if (!isObject(block)) return ''
  switch (block['type']) {
    case 'text':
      return typeof block['text'] === 'string' ? block['text'] : ''
    case 'image':
      return imageWords(block, images)
    case 'audio':
      return `[a sound, ${short(block['mimeType'])}, ${kilobytes(block['data'])}; it cannot be heard here]`
    case 'resource_link':
      return `[a link: ${short(block['title'] ?? block['name'])} ${short(block['uri'])}]`
    case 'resource':
      return resourceWords(block['resource'])
    default:
      return '[something that cannot be shown]'
  }
}

function imageWords({ mimeType, data }: { readonly [name: string]: Json }, images: { mime: string; data: string }[]): string {
  const mime = short(mimeType).toLowerCase()
  if (typeof data !== 'string' || !IMAGE_TYPES.has(mime)) return `[an image of a kind that cannot be shown: ${mime}]`
  if (data.length > MAX_IMAGE_CHARS) return `[an image that is too large: ${kilobytes(data)}]`
  if (images.length >= MAX_IMAGES) return '[one image more]'
  images.push({ mime, data })
  return `[image ${String(images.length)}]`
}

function resourceWords(resource: Json | undefined): string {
  if (!isObject(resource)) return ''
  const { uri, text, mimeType, blob } = resource
  return typeof text === 'string' ? `[${short(uri)}]\n${text}` : `[a file: ${short(uri)}, ${short(mimeType)}, ${kilobytes(blob)}]`
}
