import { appendFileSync, renameSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { closeToOthers, makePrivateFolder, PRIVATE_FILE } from './private-files'

/** One old file is kept, so that both together never take more than about 2 MB. */
const ROTATE_AT_BYTES = 1024 * 1024

export interface RotatingFile {
  /** Never throws. What cannot be written is counted, and the next line that can says how many there were. */
  append(line: string): void
}

/** `folder/NAME.log`, and the one before it as `folder/NAME.old.log`. At once on the disk: the next line may be the last one. */
export function createRotatingFile(folder: string, name: string): RotatingFile {
  const path = join(folder, `${name}.log`)
  let size: number | null = null // not known, or what was known has turned out wrong
  let lost = 0
  const write = (text: string) => {
    const before = size ?? sizeOf(folder, path)
    size = null
    const bytes = Buffer.byteLength(text)
    const isFull = before > 0 && before + bytes > ROTATE_AT_BYTES
    if (isFull) rotate(path, join(folder, `${name}.old.log`))
    appendFileSync(path, text, { mode: PRIVATE_FILE })
    size = isFull ? bytes : before + bytes
  }
  return {
    append: (line) => {
      // Of a line that failed, a part may have been written.
      const text = lost === 0 ? `${line}\n` : `\n(not written before this: ${String(lost)})\n${line}\n`
      // Once more, from the beginning: somebody may have taken the folder away.
      lost = isDone(() => write(text)) || isDone(() => write(text)) ? 0 : lost + 1
    },
  }
}

function isDone(work: () => void): boolean {
  try {
    work()
    return true
  } catch {
    return false // counted by whoever asks
  }
}

function sizeOf(folder: string, path: string): number {
  makePrivateFolder(folder)
  closeToOthers(path)
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** Where nothing can be put aside, the file begins anew: it must not grow. */
function rotate(path: string, old: string): void {
  try {
    renameSync(path, old)
  } catch {
    truncateSync(path)
  }
}
