import { z } from 'zod'
import type { ScriptedResponse } from './script'

const output = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('say'), text: z.string() }),
  z.looseObject({ kind: z.literal('function-call'), name: z.string(), arguments: z.string() }),
  z.looseObject({ kind: z.literal(['mcp-call', 'mcp-approval-request', 'echo']) }),
])

const ending = z.looseObject({ status: z.literal(['completed', 'incomplete', 'failed']) })

const script = z.array(z.looseObject({ outputs: z.array(output).optional(), ending: ending.optional() }))

/** Reads a script from JSON text (the CLI's `--script FILE`); `null` when it is none. What its writer leaves out of an output stays out. */
export const readScript = (json: string): readonly ScriptedResponse[] | null => {
  try {
    const read = script.safeParse(JSON.parse(json))
    return read.success ? (read.data as unknown as readonly ScriptedResponse[]) : null
  } catch {
    return null
  }
}
