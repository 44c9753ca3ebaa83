import { z } from 'zod'
import { type HostedForm, HostedFormSchema, type HostedList } from '../mcp/hosted'
import { type QuestionAnswer, QuestionAnswerSchema } from '../mcp/questions'
import { ServerIdSchema, type ServerLogLine } from '../mcp/servers'
import type { ListedServerTool, PastedDrafts, ServerList } from '../mcp/setup'
import { TOOL_LEVELS } from '../tools/levels'
import { type Answered, channel, type Unsubscribe } from './channel'

const Id = z.string().min(1).max(64)
const Text = z.string().max(16_384)
/** Checked by main, so that a fault has a sentence. */
const Label = z.string().max(200)
const ToolName = z.string().min(1).max(256)
const Hash = z.string().max(128)

/** What is typed into the form of a server. The values go inwards only. */
export const ServerFormSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stdio'), label: Label, command: Text, args: z.array(Text).max(128), cwd: Text, values: z.record(Text, Text) }),
  z.object({ kind: z.literal('http'), label: Label, url: Text, clientId: Text, values: z.record(Text, Text) }),
])
export type ServerForm = z.infer<typeof ServerFormSchema>

/** A page adds, changes and removes servers; it starts none: before that, main asks in a dialog of its own. */
export const McpAsks = {
  'mcp:list': channel(z.tuple([]), 'settings'),
  /** JSON as other programs keep it. Nothing of it is added yet. */
  'mcp:paste': channel(z.tuple([z.string().max(400_000)]), 'settings'),
  'mcp:discard': channel(z.tuple([Id]), 'settings'),
  'mcp:add-draft': channel(z.tuple([Id, Label, z.record(z.string().max(200), Text)]), 'settings'),
  'mcp:add-form': channel(z.tuple([ServerFormSchema]), 'settings'),
  'mcp:edit': channel(z.tuple([ServerIdSchema, ServerFormSchema]), 'settings'),
  'mcp:turn': channel(z.tuple([ServerIdSchema, z.boolean()]), 'settings'),
  'mcp:restart': channel(z.tuple([ServerIdSchema]), 'settings'),
  /** Main asks with the host before it opens the browser. */
  'mcp:sign-in': channel(z.tuple([ServerIdSchema]), 'settings'),
  'mcp:end-sign-in': channel(z.tuple([ServerIdSchema]), 'settings'),
  'mcp:sign-out': channel(z.tuple([ServerIdSchema]), 'settings'),
  'mcp:remove': channel(z.tuple([ServerIdSchema]), 'settings'),
  'mcp:put-back': channel(z.tuple([ServerIdSchema]), 'settings'),
  'mcp:log': channel(z.tuple([ServerIdSchema]), 'settings'),
  'mcp:tools': channel(z.tuple([ServerIdSchema]), 'settings'),
  /** `hash`: of the tool that was looked at. A level below the default is asked by main. */
  'mcp:decide': channel(z.tuple([ServerIdSchema, z.array(z.object({ tool: ToolName, hash: Hash, on: z.boolean(), level: z.union(TOOL_LEVELS.map((level) => z.literal(level))).nullable() })).max(512)]), 'settings'),
  /** Servers that the voice server connects to by itself; main asks before one is added. */
  'mcp:hosted': channel(z.tuple([]), 'settings'),
  'mcp:add-hosted': channel(z.tuple([HostedFormSchema]), 'settings'),
  'mcp:turn-hosted': channel(z.tuple([ServerIdSchema, z.boolean()]), 'settings'),
  'mcp:remove-hosted': channel(z.tuple([ServerIdSchema]), 'settings'),
  /** What a server asks the person; the panel shows it. */
  'mcp:answer': channel(z.tuple([Id, QuestionAnswerSchema]), 'panel'),
} as const

export interface McpAnswers {
  'mcp:list': ServerList
  'mcp:paste': { readonly pasted: PastedDrafts; readonly refusal: string | null }
  'mcp:discard': null
  'mcp:add-draft': ServerList
  'mcp:add-form': ServerList
  'mcp:edit': ServerList
  'mcp:turn': ServerList
  'mcp:restart': ServerList
  'mcp:sign-in': ServerList
  'mcp:end-sign-in': ServerList
  'mcp:sign-out': ServerList
  'mcp:remove': ServerList
  'mcp:put-back': ServerList
  'mcp:log': readonly ServerLogLine[]
  'mcp:tools': readonly ListedServerTool[]
  'mcp:decide': { readonly tools: readonly ListedServerTool[]; readonly refusal: string | null }
  'mcp:hosted': HostedList
  'mcp:add-hosted': HostedList
  'mcp:turn-hosted': HostedList
  'mcp:remove-hosted': HostedList
  'mcp:answer': null
}

export interface McpPushes {
  /** The list of servers, a log or the tools of one are different now. */
  'mcp:changed': null
}

export type ToolDecision = z.infer<(typeof McpAsks)['mcp:decide']['args']>[1][number]

/** Of the settings window. */
export interface ServerToolsApi {
  mcpServers(): Answered<ServerList>
  pasteServers(text: string): Answered<McpAnswers['mcp:paste']>
  discardDraft(draft: string): Answered<null>
  addDraft(draft: string, label: string, answers: Readonly<Record<string, string>>): Answered<ServerList>
  addServer(form: ServerForm): Answered<ServerList>
  editServer(server: string, form: ServerForm): Answered<ServerList>
  turnServer(server: string, on: boolean): Answered<ServerList>
  restartServer(server: string): Answered<ServerList>
  signIn(server: string): Answered<ServerList>
  endSignIn(server: string): Answered<ServerList>
  signOut(server: string): Answered<ServerList>
  removeServer(server: string): Answered<ServerList>
  putBackServer(server: string): Answered<ServerList>
  serverLog(server: string): Answered<readonly ServerLogLine[]>
  serverTools(server: string): Answered<readonly ListedServerTool[]>
  decideTools(server: string, decisions: readonly ToolDecision[]): Answered<McpAnswers['mcp:decide']>
  hostedServers(): Answered<HostedList>
  addHosted(form: HostedForm): Answered<HostedList>
  turnHosted(server: string, on: boolean): Answered<HostedList>
  removeHosted(server: string): Answered<HostedList>
  onServersChanged(listener: () => void): Unsubscribe
}

/** Of the panel, which shows what a server asks. */
export interface ServerQuestionApi {
  answerServer(question: string, answer: QuestionAnswer): Answered<null>
}
