import { deflateSync } from 'node:zlib'
import { PNG_SIGNATURE, pngChunk } from '../../scripts/png'

/** A whole PNG, one grey. `extra`: a chunk before the data, by its name. */
export function samplePng(width: number, height: number, extra?: string): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const chunks = [pngChunk('IHDR', header), ...(extra === undefined ? [] : [pngChunk(extra, Buffer.alloc(8))]), pngChunk('IDAT', deflateSync(Buffer.alloc(height * (width + 1), 128))), pngChunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat([PNG_SIGNATURE, ...chunks]))
}

/** A JPEG as far as its frame header; `fill` more bytes stand for its data, each of `value`. */
export function sampleJpeg(width: number, height: number, fill = 0, value = 0): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255]
  const head = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xff, 0xc4, 0, 3, 0, 0xff, 0xc2, 0, 11, 8, ...size, 1, 1, 0x11, 0]
  const bytes = new Uint8Array(head.length + fill).fill(value)
  bytes.set(head)
  return bytes
}

export const dataUrl = (type: string, bytes: Uint8Array): string => `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
