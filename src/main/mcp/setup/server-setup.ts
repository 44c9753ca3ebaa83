import type { Feature, FeatureWorld, SettingsReaction } from '../../app/feature'
import { Deadline } from '../../platform/deadline'
import type { McpServers, ServerSecrets } from '../core/ports'
import { mcpRoutes } from '../mcp-routes'
import { ConsentWatch } from './consent-watch'
import { ServerRemoval } from './removed-server'
import { ServerBook } from './server-book'
import { ServerDrafts } from './server-drafts'
import type { SetupWorld } from './setup-world'
import { type SeenStore, ToolLooks } from './tool-looks'

/** What setting up needs of this machine. */
export interface SetupMachine extends Pick<SetupWorld, 'hash' | 'home'> {
  readonly seen: SeenStore
}

export interface ServerSetup {
  /** For whoever starts the servers. */
  readonly secrets: ServerSecrets
  /** The rest, once there are servers to show. */
  join(servers: McpServers): ServerSetupFeature
}

export interface ServerSetupFeature extends Feature {
  readonly settings: readonly SettingsReaction[]
  readonly start: () => void
  readonly stop: () => Promise<void>
  readonly view: () => { readonly mcp: { readonly question: McpServers['question'] } }
}

/** A log may grow by hundreds of lines a second; its page asks again. */
const TELL_AFTER_MS = 150

/** How a person sets servers up. */
export function createServerSetup(world: FeatureWorld, machine: SetupMachine): ServerSetup {
  const { settings, updateSettings, confirmPatiently: ask, timers, mint, push } = world
  const told = new Deadline(timers, () => push('settings', 'mcp:changed', null))
  const changed = () => told.isRunning || told.start(TELL_AFTER_MS)
  const parts: SetupWorld = { ...machine, settings, updateSettings, ask, timers, mint, vault: world.secrets('mcp'), changed }
  const book = new ServerBook(parts)
  return { secrets: book, join: (servers) => joined(world, parts, book, servers, machine.seen) }
}

function joined(world: FeatureWorld, parts: SetupWorld, book: ServerBook, servers: McpServers, seen: SeenStore): ServerSetupFeature {
  const [drafts, removal] = [new ServerDrafts(parts), new ServerRemoval(parts, book)]
  const looks = new ToolLooks({ servers, seen, ask: parts.ask })
  const watch = new ConsentWatch(book, (server) => servers.restart(server))
  const unfollow = servers.follow(() => {
    parts.changed()
    world.changed()
  })
  const declined = () => servers.question !== null && servers.answer(servers.question.id, { action: 'decline' })
  return {
    settings: [{
      part: ['mcpServers', 'mcpConfirmed', 'mcpTools'],
      changed: () => {
        watch.evaluate()
        parts.changed()
      },
    }],
    view: () => ({ mcp: { question: servers.question } }),
    escape: { isWanted: () => servers.question !== null, take: () => void declined() },
    routes: (door) => mcpRoutes(door, { book, drafts, removal, looks, servers }),
    start: () => {
      watch.evaluate()
      void removal.sweep()
    },
    stop: () => {
      unfollow()
      return removal.settle()
    },
  }
}
