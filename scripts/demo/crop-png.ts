import { crc32, deflateSync, inflateSync } from 'node:zlib'

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Chunk {
  readonly name: string
  readonly content: Buffer
}

const SIGNATURE_BYTES = 8
const RGB_BYTES = 3

/** Cuts an area out of a PNG as the rig writes it: 8-bit RGB, rows without a filter. What lies beyond the screen is left out. */
export function cropPng(png: Buffer, wanted: Area): Buffer {
  const chunks = chunksOf(png)
  const header = Buffer.from(chunks.find(({ name }) => name === 'IHDR')?.content ?? Buffer.alloc(13))
  const rows = rowsIn(chunks)
  const { x, y, width, height } = within(wanted, header.readUInt32BE(0), header.readUInt32BE(4))
  const stride = 1 + header.readUInt32BE(0) * RGB_BYTES
  const cut = Array.from({ length: height }, (_, row) => {
    const from = (y + row) * stride + 1 + x * RGB_BYTES
    return Buffer.concat([Buffer.alloc(1), rows.subarray(from, from + width * RGB_BYTES)])
  })
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const signature = png.subarray(0, SIGNATURE_BYTES)
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(cut))), chunk('IEND', Buffer.alloc(0))])
}

/** The rows of such a PNG, top first: a zero (no filter), then red, green and blue of each pixel. */
export const pngRows = (png: Buffer): Buffer => rowsIn(chunksOf(png))

const rowsIn = (chunks: readonly Chunk[]): Buffer => inflateSync(Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ content }) => content)))

function within({ x, y, width, height }: Area, right: number, bottom: number): Area {
  const [left, top] = [Math.min(Math.max(0, x), right), Math.min(Math.max(0, y), bottom)]
  return { x: left, y: top, width: Math.max(0, Math.min(x + width, right) - left), height: Math.max(0, Math.min(y + height, bottom) - top) }
}

function chunksOf(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (let at = SIGNATURE_BYTES; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at)
    chunks.push({ name: png.toString('latin1', at + 4, at + 8), content: png.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}
