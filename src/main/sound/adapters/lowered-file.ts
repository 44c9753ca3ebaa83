import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { closeToOthers, PRIVATE_FILE } from '../../platform/adapters/private-files'

const VolumesSchema = z.array(z.number().int())

/** A stream we have made quieter: what it had, and what we set. Kept in a file until it has its volume back. */
const LoweredSchema = z.object({ index: z.number().int(), program: z.string(), had: VolumesSchema, set: VolumesSchema })
export type Lowered = z.infer<typeof LoweredSchema>

export interface LoweredFile {
  read(): readonly Lowered[]
  /** False: the disk refused. */
  write(lowered: readonly Lowered[]): boolean
}

/** A file that is missing or cannot be read owes nothing. */
export function loweredFile(path: string): LoweredFile {
  closeToOthers(path)
  return {
    read: () => {
      try {
        const read = z.array(LoweredSchema).safeParse(JSON.parse(readFileSync(path, 'utf8')))
        return read.success ? read.data : []
      } catch {
        return []
      }
    },
    write: (lowered) => {
      try {
        if (lowered.length === 0) rmSync(path, { force: true })
        else writeFileSync(path, JSON.stringify(lowered), { mode: PRIVATE_FILE })
        return true
      } catch {
        return false
      }
    },
  }
}
