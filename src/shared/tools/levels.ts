import { z } from 'zod'

/**
 * How far a tool reaches. 0: looks at what is nobody's secret (the time, Parley's own lists). 1: reads something private (clipboard,
 * screen). 2: changes something here that can be undone. 3: something leaves this computer, or another program is acted on.
 * 4: cannot be undone.
 */
export const TOOL_LEVELS = [0, 1, 2, 3, 4] as const
export type ToolLevel = (typeof TOOL_LEVELS)[number]

/** The quick choice of panel and tray: which tools the model may ask for at all. `read-only`: levels 0 and 1. */
export const ToolChoiceSchema = z.enum(['all', 'read-only', 'off'])
export type ToolChoice = z.infer<typeof ToolChoiceSchema>

/** For how long "always" holds. `run`: until Parley ends. */
export const AlwaysForSchema = z.enum(['30-days', 'run', 'for-good'])
export type AlwaysFor = z.infer<typeof AlwaysForSchema>

/** `^[a-zA-Z0-9_-]{1,64}$` is what every server takes (docs/wire-facts.md, Tools). */
export const ToolNameSchema = z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/)
