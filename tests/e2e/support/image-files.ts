import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'

export interface ImageWish {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp'
  /** Random pixels shrink badly; otherwise it is plain, with a hole in the middle where the format knows holes. */
  readonly noise?: boolean
}

/** Images as the page's own encoder makes them, in `folder`; says their paths. */
export async function makeImages(page: Page, folder: string, wishes: readonly ImageWish[]): Promise<readonly string[]> {
  const made = await page.evaluate(
    (all) => Promise.all(all.map(async ({ width, height, type, noise }) => {
      const canvas = new OffscreenCanvas(width, height)
      const pen = canvas.getContext('2d')
      if (pen === null) throw new Error('no canvas')
      if (noise === true) {
        const pixels = pen.createImageData(width, height)
        for (let at = 0; at < pixels.data.length; at += 4) {
          const grey = Math.random() * 2 ** 24
          pixels.data.set([grey & 255, (grey >> 8) & 255, (grey >> 16) & 255, 255], at)
        }
        pen.putImageData(pixels, 0, 0)
      } else {
        pen.fillStyle = '#2a6f4e'
        pen.fillRect(0, 0, width, height)
        pen.clearRect(width / 4, height / 4, width / 2, height / 2)
      }
      const blob = await canvas.convertToBlob({ type, quality: 0.95 })
      const bytes = new Uint8Array(await blob.arrayBuffer())
      let text = ''
      for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
      return btoa(text)
    })),
    wishes,
  )
  return wishes.map(({ name }, index) => written(folder, name, Buffer.from(made[index] ?? '', 'base64')))
}

export function written(folder: string, name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** A file that claims so many bytes and takes none on the disk. */
export function sparse(folder: string, name: string, bytes: number): string {
  const path = written(folder, name, '')
  truncateSync(path, bytes)
  return path
}

/** An EXIF block with nothing but the orientation, right behind the start of the JPEG: 6 is "turn it to the right". */
export function turned(jpeg: Buffer, orientation = 6): Buffer {
  const tiff = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])
  const block = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, block.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, block, jpeg.subarray(2)])
}

/** Two pictures of one black pixel each. */
export const MOVING_GIF = Buffer.concat([
  Buffer.from('GIF89a', 'latin1'),
  Buffer.from([1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
  ...[0, 1].map(() => Buffer.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0])),
  Buffer.from([0x3b]),
])
