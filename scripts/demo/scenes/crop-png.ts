import { readPng, writePng } from '../../png'

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const RGB_BYTES = 3

/** Cuts an area out of a picture of the rig's screen. What lies beyond the screen is left out. */
export function cropPng(png: Buffer, wanted: Area): Buffer {
  const screen = readPng(png)
  const { x, y, width, height } = within(wanted, screen.width, screen.height)
  const stride = 1 + screen.width * RGB_BYTES
  const cut = Array.from({ length: height }, (_, row) => {
    const from = (y + row) * stride + 1 + x * RGB_BYTES
    return Buffer.concat([Buffer.alloc(1), screen.rows.subarray(from, from + width * RGB_BYTES)])
  })
  return writePng({ width, height, rows: Buffer.concat(cut) })
}

function within({ x, y, width, height }: Area, right: number, bottom: number): Area {
  const [left, top] = [Math.min(Math.max(0, x), right), Math.min(Math.max(0, y), bottom)]
  return { x: left, y: top, width: Math.max(0, Math.min(x + width, right) - left), height: Math.max(0, Math.min(y + height, bottom) - top) }
}
