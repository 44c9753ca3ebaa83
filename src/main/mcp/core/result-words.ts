import { firstCharacters } from '../../../shared/text/characters'
import { plainLine } from '../../../shared/text/plain-line'
import { plainText } from '../../../shared/text/plain-text'
import type { Json, JsonObject } from '../../tools/core/tool'
import { isObject } from './walk'

/** As all outputs are cut; what stands here is cut before, where its length is known. */
const MAX_CHARS = 6_000
const MAX_IMAGES = 4
const MAX_BLOCKS = 1_000
const MAX_NAME_CHARS = 300

/** A data URL of what can be shown to a model, by its bytes, whatever a server calls it; null: it cannot. */
export type ImageUrl = (base64: string) => string | null

export interface ReadResult {
  readonly text: string
  /** Data URLs. */
  readonly images: readonly string[]
}

const short = (value: Json | undefined): string => (typeof value === 'string' ? firstCharacters(plainLine(value), MAX_NAME_CHARS) : '')
const kilobytes = (base64: Json | undefined): string => `${String(Math.ceil((typeof base64 === 'string' ? base64.length : 0) * 0.75 / 1_000))} kB`

/** What a model reads of a result: its texts, and in words what cannot be told in text. */
export function readResult(content: readonly Json[], structured: Json | undefined, imageUrl: ImageUrl): ReadResult {
  const images: string[] = []
  const words = content.slice(0, MAX_BLOCKS).map((block) => blockWords(block, images, imageUrl))
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

function blockWords(block: Json, images: string[], imageUrl: ImageUrl): string {
  if (!isObject(block)) return ''
  switch (block['type']) {
    case 'text':
      return typeof block['text'] === 'string' ? block['text'] : ''
    case 'image':
      return imageWords(block, images, imageUrl)
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

function imageWords({ mimeType, data }: JsonObject, images: string[], imageUrl: ImageUrl): string {
  const url = typeof data === 'string' && images.length < MAX_IMAGES ? imageUrl(data) : null
  if (url === null) return `[an image that cannot be shown: ${short(mimeType)}, ${kilobytes(data)}]`
  images.push(url)
  return `[image ${String(images.length)}]`
}

function resourceWords(resource: Json | undefined): string {
  if (!isObject(resource)) return ''
  const { uri, text, mimeType, blob } = resource
  return typeof text === 'string' ? `[${short(uri)}]\n${text}` : `[a file: ${short(uri)}, ${short(mimeType)}, ${kilobytes(blob)}]`
}
