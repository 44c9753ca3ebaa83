import { readFile, writeFile } from 'node:fs/promises'
import { crc32, deflateSync } from 'node:zlib'

/** Byte offsets in the header of an XWD file (all fields 32 bits, big-endian). */
const XWD = { headerSize: 0, width: 16, height: 20, bitsPerPixel: 44, bytesPerLine: 48, colors: 76, colorBytes: 12 } as const
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const RGB_8_BIT = [8, 2, 0, 0, 0]

/** Turns the X server's own picture of the screen into a PNG: all windows, as a person sees them. */
export async function screenshot(frameBuffer: string, outPng: string): Promise<void> {
  await writeFile(outPng, xwdToPng(await readFile(frameBuffer)))
}

function xwdToPng(xwd: Buffer): Buffer {
  const field = (offset: number) => xwd.readUInt32BE(offset)
  const [width, height, stride] = [field(XWD.width), field(XWD.height), field(XWD.bytesPerLine)]
  if (field(XWD.bitsPerPixel) !== 32) throw new Error('The rig: the screen has another pixel format than expected.')
  const pixels = xwd.subarray(field(XWD.headerSize) + field(XWD.colors) * XWD.colorBytes)
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  const header = Buffer.concat([size, Buffer.from(RGB_8_BIT)])
  const rows = deflateSync(pngRows(pixels, width, height, stride))
  return Buffer.concat([PNG_SIGNATURE, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

/** Blue, green, red, nothing → no filter, then red, green, blue. */
function pngRows(pixels: Buffer, width: number, height: number, stride: number): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3))
  let at = 0
  for (let y = 0; y < height; y++) {
    at++
    for (let x = 0; x < width; x++) {
      const from = y * stride + x * 4
      for (const offset of [2, 1, 0]) rows[at++] = pixels[from + offset] ?? 0
    }
  }
  return rows
}

function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}
