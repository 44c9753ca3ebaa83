import { closeSync, openSync, readSync } from 'node:fs'
import { setImmediate as soon } from 'node:timers/promises'
import { frameBuffer } from '../../../scripts/rig/display'
import { XWD } from '../../../scripts/rig/screenshot'
import type { Rig } from './sound/rig'
import { machineMs } from './first-word/sink-recorder'

const WITHIN_MS = 10_000

interface Spot {
  readonly x: number
  readonly y: number
}

/**
 * When this colour (0xrrggbb) stands there in the X server's own picture of the screen, on the clock of `machineMs`. A window that is
 * only shown has no colour of its page yet.
 */
export async function whenPainted({ env, folder }: Rig, { x, y }: Spot, colour: number): Promise<number> {
  const file = openSync(frameBuffer(env['XDG_RUNTIME_DIR'] ?? folder), 'r')
  try {
    const field = (offset: number) => readAt(file, offset).readUInt32BE()
    const at = field(XWD.headerSize) + field(XWD.colors) * XWD.colorBytes + y * field(XWD.bytesPerLine) + x * 4
    for (const start = machineMs(); machineMs() - start < WITHIN_MS; await soon()) if ((readAt(file, at).readUInt32LE() & 0xffffff) === colour) return machineMs()
    throw new Error('It was not painted.')
  } finally {
    closeSync(file)
  }
}

function readAt(file: number, position: number): Buffer {
  const bytes = Buffer.alloc(4)
  readSync(file, bytes, 0, 4, position)
  return bytes
}
