import type { Feature, FeatureWorld, JoinFeature } from './app/feature'
import { modeKeyLabel } from './hotkeys/key-labels'
import { isApproveKeyTaken } from './hotkeys/talk-keys'
import type { KnowledgeRecords } from './knowledge/core/records'
import { createKnowledgeFeature } from './knowledge/knowledge-feature'
import type { KnowledgeWorld } from './knowledge/knowledge-world'
import { createLinksFeature } from './links/links-feature'
import type { FactStore } from './memory/core/ports'
import { createMcpFeature } from './mcp/mcp-feature'
import type { McpMachine } from './mcp/mcp-world'
import { createMemoryFeature } from './memory/memory-feature'
import type { ReminderStore } from './reminders/core/ports'
import { createRemindersFeature, type RemindersWorld } from './reminders/reminders-feature'
import { createSummaryFeature } from './summary/summary-feature'
import type { ActionStore } from './tools/core/ports'
import type { ToolSource } from './tools/core/tool'
import { createToolsFeature } from './tools/tools-feature'
import type { ToolsWorld } from './tools/tools-world'

/** What features need of this machine; `feature-machine.ts` has it of Electron, tests play it. */
export interface FeatureMachine extends Pick<KnowledgeWorld, 'index' | 'folderWatch' | 'openFile' | 'standing'>, Pick<RemindersWorld, 'notifications' | 'uptime' | 'zone'>, Pick<ToolsWorld, 'places' | 'hand' | 'approveKey' | 'standardNotesFolder'> {
  readonly servers: McpMachine
  readonly records: ActionStore & FactStore & ReminderStore & KnowledgeRecords
  /** The tools of this machine. `typing`: Parley itself presses keys now, or not any more. `notesFolder`: the one the person chose; null: none. */
  readonly ownTools: (typing: (on: boolean) => void, notesFolder: () => string | null) => readonly ToolSource[]
}

/** Parley's own tools, made once: the servers keep clear of their names before the tools join. */
class OwnTools {
  private made: readonly ToolSource[] | null = null
  private typing: (on: boolean) => void = () => undefined

  constructor(private readonly machine: FeatureMachine) {}

  of(settings: FeatureWorld['settings']): readonly ToolSource[] {
    return (this.made ??= this.machine.ownTools((on) => this.typing(on), () => settings().notesFolder))
  }

  followTyping(heard: (on: boolean) => void): void {
    this.typing = heard
  }
}

const sourcesOf = (features: readonly Feature[]): readonly ToolSource[] => features.flatMap(({ toolSources }) => toolSources ?? [])

const joinServers = (machine: FeatureMachine, own: OwnTools): JoinFeature => (world, before) =>
  createMcpFeature({ ...world, ...machine.servers, others: [...own.of(world.settings), ...sourcesOf(before)] })

const joinTools = (machine: FeatureMachine, own: OwnTools): JoinFeature => ({ settings, ...world }, before) =>
  createToolsFeature({
    ...world,
    ...machine,
    settings,
    store: machine.records,
    listChanged: () => world.push('history', 'history:changed', { conversation: null, what: 'actions' }),
    sources: (typing) => {
      own.followTyping(typing)
      return [...own.of(settings), ...sourcesOf(before)]
    },
    approveKeyLabel: () => modeKeyLabel(settings().approveKey, world.platform),
    approveKeyTaken: () => isApproveKeyTaken(settings()),
  })

/** A feature joins by its line, in the order in which they are asked. The tools are last: theirs is what the others give to the model. */
export function featuresOn(machine: FeatureMachine): readonly JoinFeature[] {
  const own = new OwnTools(machine)
  return [
    createSummaryFeature,
    (world) => createRemindersFeature({ ...machine, ...world, store: machine.records }),
    (world) => createMemoryFeature({ ...world, store: machine.records }),
    (world) => createKnowledgeFeature({ ...world, ...machine }),
    (world) => createLinksFeature({ ...world, openLink: machine.servers.openLink }),
    joinServers(machine, own),
    joinTools(machine, own),
  ]
}
