import { z } from 'zod'
import { TOOL_LEVELS, ToolChoiceSchema, ToolNameSchema } from '../tools/levels'

/** Two modifiers at least and a key that is none: a chord that nobody holds by the way. */
export const ApproveKeySchema = z.string().regex(/^((Control|Alt|Shift|Super)\+){2,4}[A-Za-z0-9]{1,32}$/)

/** Something a tool may do without being asked again. `key`: what the tool's own pattern of a call says. */
export const AllowanceSchema = z.object({
  id: z.string().min(1).max(64),
  tool: ToolNameSchema,
  level: z.union(TOOL_LEVELS.map((level) => z.literal(level))),
  key: z.string().max(512),
  text: z.string().max(200),
  since: z.number(),
  until: z.number().nullable(),
  /** The latest time at which it was looked at, so that a clock that is set back does not prolong it; files before it was kept have none. */
  seen: z.number().default(0),
})

const pageFields = { approveKey: ApproveKeySchema }

export const toolSettings = {
  fields: {
    ...pageFields,
    toolChoice: ToolChoiceSchema,
    /** Names of tools that are switched off; one that is not there yet may be among them. */
    toolsOff: z.array(ToolNameSchema).max(512),
    /** Given by the person in a dialog that main draws, and main's alone to write. */
    allowances: z.array(AllowanceSchema).max(512),
    /** Chosen by the person in the system's dialog, and main's alone to write; null: the standard one. */
    notesFolder: z.string().min(1).max(4_096).nullable(),
  },
  settingsPage: pageFields,
  firstSteps: {},
  historyPage: {},
  defaults: () => ({ approveKey: 'Control+Alt+Enter', toolChoice: 'all' as const, toolsOff: [], allowances: [], notesFolder: null }),
}

export type Allowance = z.infer<typeof AllowanceSchema>
