import { err, ok, type Result } from '../../../shared/result'
import type { PastedDrafts, ServerDraft } from '../../../shared/mcp/setup'
import { filled } from '../core/setup/placeholders'
import { labelFor } from '../core/setup/labels'
import { readPasted, type PastedServer } from '../core/setup/read-pasted'
import { entryOf, type ServerEntry } from '../core/setup/server-entry'
import { shownReach } from '../core/setup/shown-reach'
import type { SetupWorld } from './setup-world'
import { say } from '../../../shared/words/say'

/** More than one paste holds. What is older was forgotten by its page. */
const MOST = 64

/** What was pasted and is not added yet. With all its secrets it stays here: a page gets what can be shown. */
export class ServerDrafts {
  private readonly held = new Map<string, PastedServer>()

  constructor(private readonly world: Pick<SetupWorld, 'settings' | 'mint' | 'home'>) {}

  paste(text: string): Result<PastedDrafts, string> {
    const pasted = readPasted(text)
    if (!pasted.ok) return pasted
    const taken = this.world.settings().mcpServers.map(({ label }) => label)
    const drafts = pasted.value.servers.reduce<readonly ServerDraft[]>((list, server) => [...list, this.hold(server, [...taken, ...list.map(({ label }) => label)])], [])
    for (const id of [...this.held.keys()].slice(0, -MOST)) this.held.delete(id)
    return ok({ drafts, refused: pasted.value.refused })
  }

  /** What becomes of a draft when its questions are answered. */
  entry(id: string, answers: Readonly<Record<string, string>>): Result<ServerEntry, string> {
    const draft = this.held.get(id)
    if (draft === undefined) return err(say('setup.draft-gone'))
    const given = draft.asks.map(({ key, words, otherwise }) => ({ key, words, value: Object.hasOwn(answers, key) && answers[key] !== '' ? answers[key] : otherwise }))
    const open = given.find(({ value }) => value === null || value === undefined)
    if (open !== undefined) return err(say('setup.answer-missing', { name: open.words }))
    return entryOf(filled(draft.template.reach, new Map(given.map(({ key, value }) => [key, value ?? ''])), this.world.home))
  }

  discard(id: string): void {
    this.held.delete(id)
  }

  private hold(server: PastedServer, taken: readonly string[]): ServerDraft {
    const id = this.world.mint()
    this.held.set(id, server)
    const { template, asks } = server
    const shown = filled(template.reach, new Map(), this.world.home)
    return {
      id,
      label: labelFor(template.name, taken),
      ...shownReach(shown),
      asks: asks.map((ask) => (ask.secret ? { ...ask, otherwise: null } : ask)),
      notes: template.notes,
    }
  }
}
