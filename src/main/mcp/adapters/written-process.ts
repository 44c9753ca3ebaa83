import { z } from 'zod'

/** `born`: when it began, as this system says it; null: not known. */
const WrittenProcessSchema = z.object({ pid: z.number().int().min(2), mark: z.string().min(16).max(64), born: z.string().max(200).nullable() })
export type WrittenProcess = z.infer<typeof WrittenProcessSchema>

export const WrittenProcessesSchema = z.array(WrittenProcessSchema).max(256)
