import { readFile, writeFile } from 'node:fs/promises'
import { writePng } from '../png'

/** Byte offsets in the header of an XWD file (all fields 32 bits, big-endian). */
export const XWD = { headerSize: 0, width: 16, height: 20, bitsPerPixel: 44, bytesPerLine: 48, colors: 76, colorBytes: 12 } as const

/** Turns the X server's own picture of the screen into a PNG: all windows, as a person sees them. */
export async function screenshot(frameBuffer: string, outPng: string): Promise<void> {
  await writeFile(outPng, xwdToPng(await readFile(frameBuffer)))
}

function xwdToPng(xwd: Buffer): Buffer {
  const field = (offset: number) => xwd.readUInt32BE(offset)
  const [width, height, stride] = [field(XWD.width), field(XWD.height), field(XWD.bytesPerLine)]
  if (field(XWD.bitsPerPixel) !== 32) throw new Error('The rig: the screen has another pixel format than expected.')
  const pixels = xwd.subarray(field(XWD.headerSize) + field(XWD.colors) * XWD.colorBytes)
  return writePng({ width, height, rows: pngRows(pixels, width, height, stride) })
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
