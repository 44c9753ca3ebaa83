import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { closeToOthers, PRIVATE_FILE } from '../../platform/adapters/private-files'

const VolumesSchema = z.array(z.number().int())

/** A stream we have made quieter: what it had, and what we set. Kept in a file until it has its volume back. */
const DuckedSchema = z.object({ index: z.number().int(), program: z.string(), had: VolumesSchema, set: VolumesSchema })
export type Ducked = z.infer<typeof DuckedSchema>

export interface DuckedFile {
  read(): readonly Ducked[]
  /** False: the disk refused. */
  write(ducked: readonly Ducked[]): boolean
}

/** A file that is missing or cannot be read owes nothing. */
export function duckedFile(path: string): DuckedFile {
  closeToOthers(path)
  return {
    read: () => {
      try {
        const read = z.array(DuckedSchema).safeParse(JSON.parse(readFileSync(path, 'utf8')))
        return read.success ? read.data : []
      } catch {
        return []
      }
    },
    write: (ducked) => {
      try {
        if (ducked.length === 0) rmSync(path, { force: true })
        else writeFileSync(path, JSON.stringify(ducked), { mode: PRIVATE_FILE })
        return true
      } catch {
        return false
      }
    },
  }
}
