import { errorWords } from '../../../../shared/errors/error-words'
import type { Answered } from '../../../../shared/ipc/channel'
import type { ServerForm, ServerToolsApi, ToolDecision } from '../../../../shared/ipc/mcp'
import type { ServerLogLine } from '../../../../shared/mcp/servers'
import type { ListedServerTool, PastedDrafts, ServerList } from '../../../../shared/mcp/setup'
import { createStore, type ReadonlyStore } from '../../store/store'
import { coalesced } from '../history/coalesced'

/** What is unfolded of one server. */
export interface OpenServer {
  readonly id: string
  readonly tools: readonly ListedServerTool[]
  readonly log: readonly ServerLogLine[]
}

type Refusal = string | null

export interface ServerLists {
  /** Null until it was asked for. */
  readonly list: ReadonlyStore<ServerList | null>
  readonly open: ReadonlyStore<OpenServer | null>
  readonly load: () => Promise<void>
  /** Null: folded. */
  readonly unfold: (server: string | null) => Promise<void>
  readonly paste: (text: string) => Promise<{ readonly pasted: PastedDrafts; readonly refusal: Refusal }>
  /** Each resolves to null, or to the sentence that says why not. */
  readonly addDraft: (draft: string, label: string, answers: Readonly<Record<string, string>>) => Promise<Refusal>
  readonly add: (form: ServerForm) => Promise<Refusal>
  readonly edit: (server: string, form: ServerForm) => Promise<Refusal>
  readonly turn: (server: string, on: boolean) => Promise<Refusal>
  readonly restart: (server: string) => Promise<Refusal>
  readonly signIn: (server: string) => Promise<Refusal>
  readonly endSignIn: (server: string) => Promise<Refusal>
  readonly signOut: (server: string) => Promise<Refusal>
  readonly remove: (server: string) => Promise<Refusal>
  readonly putBack: (server: string) => Promise<Refusal>
  readonly decide: (server: string, decisions: readonly ToolDecision[]) => Promise<Refusal>
}

const changesOf = (source: ServerToolsApi, take: (asked: Answered<ServerList>) => Promise<Refusal>) => ({
  addDraft: (draft: string, label: string, answers: Readonly<Record<string, string>>) => take(source.addDraft(draft, label, answers)),
  add: (form: ServerForm) => take(source.addServer(form)),
  edit: (server: string, form: ServerForm) => take(source.editServer(server, form)),
  turn: (server: string, on: boolean) => take(source.turnServer(server, on)),
  restart: (server: string) => take(source.restartServer(server)),
  signIn: (server: string) => take(source.signIn(server)),
  endSignIn: (server: string) => take(source.endSignIn(server)),
  signOut: (server: string) => take(source.signOut(server)),
  remove: (server: string) => take(source.removeServer(server)),
  putBack: (server: string) => take(source.putBackServer(server)),
})

/** The servers of tools and what is unfolded of one; a change of either is asked for again. */
export function createServerLists(source: ServerToolsApi): ServerLists {
  const list = createStore<ServerList | null>(null)
  const open = createStore<OpenServer | null>(null)
  const take = async (asked: Answered<ServerList>): Promise<Refusal> => {
    const answer = await asked
    if (!answer.ok) return errorWords(answer.error.tag)
    list.set(answer.value)
    return answer.value.refusal
  }
  const readOpen = async (id: string) => {
    const [tools, log] = await Promise.all([source.serverTools(id), source.serverLog(id)])
    if (open.get()?.id === id && tools.ok && log.ok) open.set({ id, tools: tools.value, log: log.value })
  }
  const openAgain = coalesced(async () => {
    const id = open.get()?.id
    if (id !== undefined) await readOpen(id)
  })
  const load = coalesced(async () => void (await take(source.mcpServers())))
  source.onServersChanged(() => {
    void load()
    void openAgain()
  })
  return {
    list,
    open,
    load,
    unfold: async (id) => {
      open.set(id === null ? null : { id, tools: [], log: [] })
      if (id !== null) await openAgain()
    },
    paste: async (text) => {
      const answer = await source.pasteServers(text)
      return answer.ok ? answer.value : { pasted: { drafts: [], refused: [] }, refusal: errorWords(answer.error.tag) }
    },
    decide: async (server, decisions) => {
      const answer = await source.decideTools(server, decisions)
      if (!answer.ok) return errorWords(answer.error.tag)
      await openAgain()
      return answer.value.refusal
    },
    ...changesOf(source, take),
  }
}
