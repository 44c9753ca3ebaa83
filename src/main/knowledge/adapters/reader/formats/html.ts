import { decode } from '../decode'
import { markupSections } from '../markup'
import type { Reader } from '../reader'

const CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/iu

export const readHtml: Reader = (bytes) => {
  const named = CHARSET.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4_096)))?.[1] ?? null
  return { sections: markupSections(decode(bytes, named), 'article'), partly: null }
}
