import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** The PNG of the rig and the demo: RGB, 8 bits a channel, rows without a filter. https://www.w3.org/TR/png-3/ */
export interface Png {
  /** px */
  readonly width: number
  readonly height: number
  /** Top first, each: a zero (no filter), then the channels of each pixel. */
  readonly rows: Buffer
}

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const HEADER_BYTES = 13
const RGB = 2

export function writePng({ width, height, rows }: Png): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, RGB], 8)
  return Buffer.concat([PNG_SIGNATURE, pngChunk('IHDR', header), pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND', Buffer.alloc(0))])
}

/** What `writePng` has written; of other PNGs it makes nonsense. */
export function readPng(png: Buffer): Png {
  const chunks = chunksOf(png)
  const header = chunks.find(({ name }) => name === 'IHDR')?.content ?? Buffer.alloc(HEADER_BYTES)
  const rows = inflateSync(Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ content }) => content)))
  return { width: header.readUInt32BE(0), height: header.readUInt32BE(4), rows }
}

function chunksOf(png: Buffer) {
  const chunks: { readonly name: string; readonly content: Buffer }[] = []
  for (let at = PNG_SIGNATURE.length; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at)
    chunks.push({ name: png.toString('latin1', at + 4, at + 8), content: png.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

export function pngChunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}
