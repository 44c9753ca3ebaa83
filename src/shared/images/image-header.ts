import type { ImageHeader } from './image-header-type'
import { avifHeader, gifHeader, webpHeader } from './image-header-web'

export type { ImageHeader }

/** Told by its bytes, whatever its name says; null when it is none of ours or breaks off before its size. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const read of [jpegHeader, pngHeader, gifHeader, webpHeader, avifHeader]) {
    const header = within(read, view)
    if (header !== null) return header.width > 0 && header.height > 0 ? header : null
  }
  return null
}

/** A file that ends too early is a file we cannot read. */
function within(read: (view: DataView) => ImageHeader | null, view: DataView): ImageHeader | null {
  try {
    return read(view)
  } catch (cause) {
    if (cause instanceof RangeError) return null
    throw cause
  }
}

const PNG_SIGNATURE = [0x89504e47, 0x0d0a1a0a] as const
const IHDR = 0x49484452
const ACTL = 0x6163544c
const IDAT = 0x49444154

/** https://www.w3.org/TR/png-3: IHDR is first; an `acTL` before the first IDAT makes it move. */
function pngHeader(view: DataView): ImageHeader | null {
  if (view.getUint32(0) !== PNG_SIGNATURE[0] || view.getUint32(4) !== PNG_SIGNATURE[1] || view.getUint32(12) !== IHDR) return null
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20), moving: hasChunkBeforeData(view, ACTL) }
}

function hasChunkBeforeData(view: DataView, wanted: number): boolean {
  for (let at = 8; at + 8 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const kind = view.getUint32(at + 4)
    if (kind === wanted) return true
    if (kind === IDAT) return false
  }
  return false
}

const JPEG_START = 0xffd8
/** Frame headers SOF0..SOF15 but DHT (C4), JPG (C8) and DAC (CC): ITU-T T.81, table B.1. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function jpegHeader(view: DataView): ImageHeader | null {
  if (view.getUint16(0) !== JPEG_START) return null
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1 // a fill byte
    else if (isFrame(marker)) return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7), moving: false }
    else at += 2 + view.getUint16(at + 2)
  }
}
