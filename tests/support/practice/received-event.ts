import { isFields, type Fields } from '../../../src/main/practice/session/fields'
import { withoutImages } from '../../../src/shared/errors/redact'

/** A client event as it came, its audio and images replaced by a number of bytes. */
export type ReceivedEvent = { readonly type: string } & Fields

const bytesOfBase64 = (base64: string): number => Buffer.byteLength(base64, 'base64')

const withoutAudio = (value: unknown, key = ''): unknown => {
  if (key === 'audio' && typeof value === 'string') return bytesOfBase64(value)
  if (key === 'image_url' && typeof value === 'string') return withoutImages(value)
  if (Array.isArray(value)) return value.map((each: unknown) => withoutAudio(each))
  if (!isFields(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutAudio(each, name)]))
}

export const receivedEvent = (type: string, fields: Fields): ReceivedEvent => ({ ...(withoutAudio(fields) as Fields), type })
