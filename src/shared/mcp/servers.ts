import { z } from 'zod'
import { TOOL_LEVELS, type ToolLevel } from '../tools/levels'

/** Ours, never shown. */
export const ServerIdSchema = z.string().regex(/^[a-zA-Z0-9-]{1,64}$/)
/** Chosen by the person; stands before the name of each tool. No underscore: where the label ends is never in doubt. */
export const ServerLabelSchema = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,19}$/)

/** As whose text something is named: the same words taint a turn and stand on a card. */
export const serverWords = (label: string): string => `the server “${label}”`

const VariableNameSchema = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,127}$/)
const HeaderNameSchema = z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}$/)

/** Of a server that runs on this computer. The values of `env` are secrets: they are not settings. */
export const StdioConfigSchema = z.object({
  kind: z.literal('stdio'),
  command: z.string().min(1).max(4_096),
  args: z.array(z.string().max(8_192)).max(128),
  /** Absolute; null: the person's home. */
  cwd: z.string().max(4_096).nullable(),
  env: z.array(VariableNameSchema).max(64),
})

/** Of a server that is reached by its address. The values of `headers` are secrets: they are not settings. */
export const HttpConfigSchema = z.object({
  kind: z.literal('http'),
  url: z.url({ protocol: /^https?$/ }).max(2_048),
  headers: z.array(HeaderNameSchema).max(32),
  /** What the person has from the place where one signs in to it. Absent: Parley registers itself there. No secret. */
  clientId: z.string().regex(/^[\x21-\x7e]{1,512}$/).optional(),
})

export const ServerConfigSchema = z.object({
  id: ServerIdSchema,
  label: ServerLabelSchema,
  on: z.boolean(),
  reach: z.discriminatedUnion('kind', [StdioConfigSchema, HttpConfigSchema]),
})

/** A server as the person has entered it. */
export type ServerConfig = z.infer<typeof ServerConfigSchema>
export type StdioConfig = z.infer<typeof StdioConfigSchema>
export type HttpConfig = z.infer<typeof HttpConfigSchema>

/** What the person has said yes to, in a dialog that main draws: exactly this entry (`hash`), and nothing else of that server starts. */
export const ServerConsentSchema = z.object({ server: ServerIdSchema, hash: z.string().max(128) })

/** What the person has decided about one tool, as it was when they looked at it. */
export const ToolPinSchema = z.object({
  server: ServerIdSchema,
  tool: z.string().min(1).max(256),
  /** Of server entry, name, description, schema and annotations. */
  hash: z.string().max(128),
  /** Null: the default. */
  level: z.union(TOOL_LEVELS.map((level) => z.literal(level))).nullable(),
  on: z.boolean(),
})
export type ToolPin = z.infer<typeof ToolPinSchema>

/** The two eras of the protocol. Found out once for each entry (`hash`) and remembered for a while: asking a silent server costs seconds. */
export const EraSchema = z.enum(['legacy', 'modern'])
export type Era = z.infer<typeof EraSchema>
export const ServerVerdictSchema = z.object({ server: ServerIdSchema, hash: z.string().max(128), era: EraSchema, at: z.number() })
export type ServerVerdict = z.infer<typeof ServerVerdictSchema>

export const SERVER_PHASES = ['off', 'starting', 'connecting', 'ready', 'waiting', 'failed'] as const

/** `waiting`: it failed and is tried again by itself. `failed`: it is not, until the person restarts it. */
export type ServerPhase = (typeof SERVER_PHASES)[number]

export interface ServerState {
  readonly id: string
  readonly label: string
  readonly phase: ServerPhase
  /** Plain words for `waiting` and `failed`; a server's own words may stand in it. */
  readonly reason: string | null
  /** Of the process that was started for it. */
  readonly pid: number | null
  /** How many of its tools are on. */
  readonly toolsOn: number
  readonly tools: number
  /** "2 tools could not be read." and the like; null: everything it offers is here. */
  readonly leftOut: string | null
}

/** `new`: never looked at. `changed`: it is another one than the person has looked at. Both are off. */
export type ToolStanding = 'new' | 'changed' | 'seen'

/** A tool of a server, as the person judges it. */
export interface ServerTool {
  readonly server: string
  /** As the server calls it, without invisible characters. Together with `server` it names the tool. */
  readonly tool: string
  /** As the model calls it. */
  readonly name: string
  readonly title: string
  /** In full, without invisible characters. */
  readonly description: string
  /** JSON Schema of its arguments, as text. */
  readonly schema: string
  readonly level: ToolLevel
  /** Where the person has not chosen. */
  readonly defaultLevel: ToolLevel
  readonly isOn: boolean
  readonly standing: ToolStanding
  /** What a person who says yes has looked at: it is given back with the yes. */
  readonly hash: string
}

/** What the server writes to its error output, and what happened to it. */
export interface ServerLogLine {
  readonly at: number
  readonly from: 'server' | 'parley'
  readonly text: string
}
