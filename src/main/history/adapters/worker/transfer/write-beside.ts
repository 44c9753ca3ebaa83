import { randomBytes } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { PRIVATE_FILE } from '../../../../platform/adapters/private-files'

const BUFFER_CHARS = 64 * 1024

/** `write` gathers; what it takes is on its way to the file at the latest when the next call begins. */
export type Write = (text: string) => Promise<void>

/** Writes `path` through a file beside it, which becomes `path` when `fill` says that it is whole and goes away when not. */
export async function writeBeside(path: string, fill: (write: Write) => Promise<boolean>): Promise<void> {
  const part = `${path}.part-${randomBytes(4).toString('hex')}`
  let whole = false
  try {
    const file = await open(part, 'wx', PRIVATE_FILE)
    try {
      whole = await filled(file, fill)
    } finally {
      await file.close()
    }
    if (whole) await rename(part, path)
  } catch (cause) {
    whole = false
    throw cause
  } finally {
    if (!whole) await rm(part, { force: true })
  }
}

async function filled(file: FileHandle, fill: (write: Write) => Promise<boolean>): Promise<boolean> {
  let gathered = ''
  const flush = async (): Promise<void> => {
    const text = gathered
    gathered = ''
    await file.appendFile(text)
  }
  const whole = await fill(async (text) => {
    gathered += text
    if (gathered.length > BUFFER_CHARS) await flush()
  })
  if (!whole) return false
  await flush()
  await file.sync()
  return true
}
