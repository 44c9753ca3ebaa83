import type { ImageHeader } from './image-header-type'

/** Formats of the web that a page can decode and no endpoint takes: read so that their size is known before they are decoded. */

const word = (text: string): number => [...text].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0)

/** https://www.w3.org/Graphics/GIF/spec-gif89a.txt. A picture that is larger than its screen makes the screen larger where it is decoded. */
export function gifHeader(view: DataView): ImageHeader | null {
  if (view.getUint32(0) !== word('GIF8')) return null
  const pictures = gifPictures(view)
  const short = (at: number): number => view.getUint16(at, true)
  const width = Math.max(short(6), ...pictures.map((at) => short(at + 1) + short(at + 5)))
  const height = Math.max(short(8), ...pictures.map((at) => short(at + 3) + short(at + 7)))
  return { type: 'image/gif', width, height, moving: pictures.length > 1 }
}

const EXTENSION = 0x21
const PICTURE = 0x2c

const colorTable = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1))

/** Where they begin; two at most. */
function gifPictures(view: DataView): readonly number[] {
  const found: number[] = []
  let at = 13 + colorTable(view.getUint8(10))
  while (at < view.byteLength && found.length < 2) {
    const kind = view.getUint8(at)
    if (kind === EXTENSION) at = afterBlocks(view, at + 2)
    else if (kind === PICTURE) {
      found.push(at)
      at = afterBlocks(view, at + 11 + colorTable(view.getUint8(at + 9)))
    } else break
  }
  return found
}

function afterBlocks(view: DataView, from: number): number {
  let at = from
  while (at < view.byteLength && view.getUint8(at) !== 0) at += 1 + view.getUint8(at)
  return at + 1
}

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) + 65_536 * view.getUint8(at + 2)

/** https://developers.google.com/speed/webp/docs/riff_container: VP8X, or one lossy (VP8) or lossless (VP8L) picture. */
export function webpHeader(view: DataView): ImageHeader | null {
  if (view.getUint32(0) !== word('RIFF') || view.getUint32(8) !== word('WEBP')) return null
  switch (view.getUint32(12)) {
    case word('VP8X'):
      return { type: 'image/webp', width: 1 + uint24(view, 24), height: 1 + uint24(view, 27), moving: (view.getUint8(20) & 0x02) !== 0 }
    case word('VP8L'): {
      const bits = view.getUint32(21, true)
      return { type: 'image/webp', width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff), moving: false }
    }
    case word('VP8 '):
      return { type: 'image/webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff, moving: false }
    default:
      return null
  }
}

/** The boxes before the data; the picture's size is in one of the `ispe` of the `meta` box. */
const AVIF_HEAD_BYTES = 16_384

/** https://aomediacodec.github.io/av1-avif: `avis` is a moving one. */
export function avifHeader(view: DataView): ImageHeader | null {
  const brand = view.getUint32(8)
  if (view.getUint32(4) !== word('ftyp') || (brand !== word('avif') && brand !== word('avis'))) return null
  let [width, height] = [0, 0]
  for (let at = 12; at + 16 <= Math.min(view.byteLength, AVIF_HEAD_BYTES); at += 1) {
    if (view.getUint32(at) !== word('ispe')) continue
    width = Math.max(width, view.getUint32(at + 8))
    height = Math.max(height, view.getUint32(at + 12))
  }
  return { type: 'image/avif', width, height, moving: brand === word('avis') }
}
