import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { markupSections } from '../markup'
import type { Reader } from '../reader'
import { Unread } from '../unread'
import { unzip } from '../zip'

/** Pictures, fonts and sheets inside are not text. */
const wanted = (name: string): boolean => /\.(xml|rels)$/iu.test(name) && !name.includes('/media/') && !name.includes('/embeddings/')
/** An old Word file, or one with a password, is a compound file instead of a zip. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

/** Mammoth unpacks without a bound: it is given what was unpacked with one. */
export const readDocx: Reader = async (bytes, pace) => {
  if (COMPOUND.every((byte, index) => bytes[index] === byte)) throw new Unread('locked')
  const parts = unzip(bytes, wanted)
  pace.wait()
  const stored = zipSync(Object.fromEntries(parts), { level: 0 })
  // What a relation of the document points to outside of it is not fetched.
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength) }, { externalFileAccess: false, includeEmbeddedStyleMap: false })
  pace.wait()
  return { sections: markupSections(value, 'all'), partly: null }
}
