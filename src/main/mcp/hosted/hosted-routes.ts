import type { HostedList } from '../../../shared/mcp/hosted'
import { ok } from '../../../shared/result'
import type { IpcDoor } from '../../app/ipc-door'
import { placeText } from '../core/hosted/hosted-entry'
import type { HostedBook } from './hosted-book'
import type { HostedSource } from './hosted-source'

function listOf(book: HostedBook, source: HostedSource, refusal: string | null): HostedList {
  const servers = book.servers.map((server) => ({
    id: server.id, label: server.label, on: server.on, place: placeText(server.reach), voice: server.voice, phase: source.phase(server), tools: source.phase(server) === 'listed' ? source.listed(server) : [],
  }))
  return { voice: book.voice, servers, refusal }
}

/** A page enters them; main asks before one is there. */
export function hostedRoutes(door: IpcDoor, book: HostedBook, source: HostedSource): void {
  const after = async (done: Promise<string | null> | string | null) => ok(listOf(book, source, await done))
  door.handle('mcp:hosted', () => after(null))
  door.handle('mcp:add-hosted', (form) => after(book.add(form)))
  door.handle('mcp:turn-hosted', (id, on) => after(book.turn(id, on)))
  door.handle('mcp:remove-hosted', (id) => after(book.remove(id)))
}
