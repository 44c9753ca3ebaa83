import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * electron-builder names eight fuses, newer Electrons have nine. The wire lies in the binary behind this sentinel: its version, its length,
 * and a character for each fuse (https://www.electronjs.org/docs/latest/tutorial/fuses).
 */
const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
const WIRE_VERSION = 1
const NAMED_ELSEWHERE = 8
/** What electron-builder does not know, in Electron's order. WasmTrapHandlers: how V8 finds an access beyond a memory; as Electron ships it. */
const NAMED_HERE = ['1'.charCodeAt(0)]

/** Where each byte is to be written, in all wires of the binary. Throws where there is none, or a fuse that nobody has named. @param {Buffer} binary */
export function fusesToWrite(binary) {
  const writes = []
  for (let at = binary.indexOf(SENTINEL); at !== -1; at = binary.indexOf(SENTINEL, at + 1)) {
    const [version, length] = binary.subarray(at + SENTINEL.length)
    const fuses = at + SENTINEL.length + 2
    if (version !== WIRE_VERSION || length === undefined) throw new Error(`The fuses of this Electron are of version ${String(version)}, which nobody has read.`)
    if (length > NAMED_ELSEWHERE + NAMED_HERE.length) throw new Error(`This Electron has ${String(length)} fuses: name the newest in build/name-every-fuse.mjs.`)
    for (const [index, value] of NAMED_HERE.slice(0, Math.max(0, length - NAMED_ELSEWHERE)).entries()) writes.push({ at: fuses + NAMED_ELSEWHERE + index, value })
  }
  if (binary.indexOf(SENTINEL) === -1) throw new Error('This binary has no fuses.')
  return writes
}

/** @param {{ appOutDir: string, electronPlatformName: string, packager: { appInfo: { productFilename: string }, executableName?: string } }} packed */
function binaryOf({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo
  if (electronPlatformName === 'win32') return join(appOutDir, `${productFilename}.exe`)
  if (electronPlatformName === 'linux') return join(appOutDir, packager.executableName ?? productFilename)
  return join(appOutDir, `${productFilename}.app`, 'Contents', 'Frameworks', 'Electron Framework.framework', 'Versions', 'A', 'Electron Framework')
}

/** electron-builder's `afterPack`, before it sets its own fuses and signs. @param {Parameters<typeof binaryOf>[0]} packed */
export async function afterPack(packed) {
  const path = binaryOf(packed)
  const writes = fusesToWrite(await readFile(path))
  if (writes.length === 0) return
  const file = await open(path, 'r+')
  try {
    for (const { at, value } of writes) await file.write(Buffer.from([value]), 0, 1, at)
  } finally {
    await file.close()
  }
}
