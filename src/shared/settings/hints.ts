import { z } from 'zod'

/** Instructions above the dock, each for one thing that a person does with the microphone. */
export const HINTS = ['hold', 'latch', 'hands-free', 'muted'] as const
export const HintSchema = z.enum(HINTS)

/** By then it is known, or not wanted. */
export const MOST_HINTS = 10

const CountSchema = z.number().int().min(0).max(MOST_HINTS)

/** How often each has stood there to be read. Nobody's but main's. */
const HintsSeenSchema = z.object({ hold: CountSchema, latch: CountSchema, 'hands-free': CountSchema, muted: CountSchema })

const NONE: HintsSeen = { hold: 0, latch: 0, 'hands-free': 0, muted: 0 }

export const hintSettings = { fields: { hintsSeen: HintsSeenSchema }, settingsPage: {}, firstSteps: {}, historyPage: {}, defaults: () => ({ hintsSeen: NONE }) }

export type Hint = z.infer<typeof HintSchema>
export type HintsSeen = Readonly<z.infer<typeof HintsSeenSchema>>

/** Once more; null: it is known already. */
export const hintSeenOnce = (seen: HintsSeen, hint: Hint): HintsSeen | null => (seen[hint] >= MOST_HINTS ? null : { ...seen, [hint]: seen[hint] + 1 })
