import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { cropPng } from '../../../../scripts/demo/scenes/crop-png'
import { screenshot } from '../../../../scripts/rig/screenshot'

/** A picture as the rig makes it: 4 × 3, each pixel red = column, green = row. */
async function picture(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-crop-'))
  const header = Buffer.alloc(100)
  for (const [offset, value] of [[0, 100], [16, 4], [20, 3], [44, 32], [48, 16]] as const) header.writeUInt32BE(value, offset)
  const pixels = Buffer.from(Array.from({ length: 12 }, (_, at) => [0, Math.floor(at / 4), at % 4, 0]).flat())
  await writeFile(join(folder, 'a.xwd'), Buffer.concat([header, pixels]))
  await screenshot(join(folder, 'a.xwd'), join(folder, 'a.png'))
  const png = await readFile(join(folder, 'a.png'))
  await rm(folder, { recursive: true })
  return png
}

const evaluate = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20), rows: [...inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)))] })

test('cuts out an area', async () => {
  expect(evaluate(cropPng(await picture(), { x: 1, y: 1, width: 2, height: 2 }))).toEqual({ width: 2, height: 2, rows: [0, 1, 1, 0, 2, 1, 0, 0, 1, 2, 0, 2, 2, 0] })
})

test('leaves out what lies beyond the screen', async () => {
  expect(evaluate(cropPng(await picture(), { x: -2, y: 2, width: 3, height: 9 }))).toEqual({ width: 1, height: 1, rows: [0, 0, 2, 0] })
})
