import type { ServerForm } from '../../shared/ipc/mcp'
import type { ServerList } from '../../shared/mcp/setup'
import { ok, type Result } from '../../shared/result'
import type { IpcDoor } from '../app/ipc-door'
import type { McpServers } from './core/ports'
import { entryOf, type ServerEntry } from './core/setup/server-entry'
import type { TemplateReach } from './core/setup/server-template'
import type { ServerBook } from './setup/server-book'
import type { ServerDrafts } from './setup/server-drafts'
import { type ListingParts, serverListing } from './setup/server-listing'
import type { ServerRemoval } from './setup/removed-server'
import type { ToolLooks } from './setup/tool-looks'

export interface McpRouteParts extends ListingParts {
  readonly book: ServerBook
  readonly drafts: ServerDrafts
  readonly removal: ServerRemoval
  readonly looks: ToolLooks
  readonly servers: McpServers
}

const faultOf = (result: Result<unknown, string>): string | null => (result.ok ? null : result.error)

const listOf = (parts: McpRouteParts, refusal: string | null): ServerList => ({ servers: parts.book.servers.map(serverListing(parts)), refusal, removed: parts.removal.offer })

const reachOf = (form: ServerForm): TemplateReach =>
  form.kind === 'http' ? { kind: 'http', url: form.url.trim(), values: form.values, clientId: form.clientId.trim() === '' ? null : form.clientId.trim() } : { kind: 'stdio', command: form.command.trim(), args: form.args, cwd: form.cwd.trim() === '' ? null : form.cwd.trim(), values: form.values }

/** The page where servers are set up. It starts none: what turns one on is asked by main (`ServerBook`). */
export function mcpRoutes(door: IpcDoor, parts: McpRouteParts): void {
  const { book, removal, servers, looks } = parts
  const after = async (done: Promise<string | null> | string | null) => ok(listOf(parts, await done))
  door.handle('mcp:list', () => after(null))
  door.handle('mcp:turn', (id, on) => after(book.turn(id, on)))
  door.handle('mcp:edit', async (id, form) => {
    const refused = await formed(form, (label, entry) => book.edit(id, label, entry))
    if (refused === null) servers.restart(id) // with the values that were typed
    return after(refused)
  })
  door.handle('mcp:remove', (id) => after(removal.remove(id)))
  door.handle('mcp:put-back', (id) => after(removal.putBack(id)))
  door.handle('mcp:restart', (id) => {
    servers.restart(id)
    return after(null)
  })
  door.handle('mcp:log', (id) => ok(servers.log(id)))
  door.handle('mcp:tools', (id) => ok(looks.list(id)))
  door.handle('mcp:decide', async (id, decisions) => {
    const refusal = await looks.decide(id, decisions)
    return ok({ tools: looks.list(id), refusal })
  })
  door.handle('mcp:answer', (question, answer) => {
    servers.answer(question, answer)
    return ok(null)
  })
  addingRoutes(door, parts)
  signInRoutes(door, parts)
}

function signInRoutes(door: IpcDoor, parts: McpRouteParts): void {
  const { servers } = parts
  door.handle('mcp:sign-in', (id) => {
    servers.startSignIn(id)
    return ok(listOf(parts, null))
  })
  door.handle('mcp:end-sign-in', (id) => {
    servers.endSignIn(id)
    return ok(listOf(parts, null))
  })
  door.handle('mcp:sign-out', async (id) => {
    await servers.signOut(id)
    return ok(listOf(parts, null))
  })
}

function addingRoutes(door: IpcDoor, parts: McpRouteParts): void {
  const { book, drafts } = parts
  const added = async (adding: Promise<string | null>) => ok(listOf(parts, await adding))
  door.handle('mcp:paste', (text) => {
    const pasted = drafts.paste(text)
    return ok({ pasted: pasted.ok ? pasted.value : { drafts: [], refused: [] }, refusal: pasted.ok ? null : pasted.error })
  })
  door.handle('mcp:discard', (draft) => {
    drafts.discard(draft)
    return ok(null)
  })
  door.handle('mcp:add-draft', (draft, label, answers) => added(addDraft(book, drafts, draft, label.trim(), answers)))
  door.handle('mcp:add-form', (form) => added(formed(form, async (label, entry) => faultOf(await book.add(label, entry)))))
}

async function addDraft(book: ServerBook, drafts: ServerDrafts, draft: string, label: string, answers: Readonly<Record<string, string>>): Promise<string | null> {
  const entry = drafts.entry(draft, answers)
  if (!entry.ok) return entry.error
  const added = await book.add(label, entry.value)
  if (added.ok) drafts.discard(draft)
  return faultOf(added)
}

async function formed(form: ServerForm, take: (label: string, entry: ServerEntry) => Promise<string | null>): Promise<string | null> {
  const entry = entryOf(reachOf(form))
  return entry.ok ? take(form.label.trim(), entry.value) : entry.error
}
