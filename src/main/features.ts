import type { JoinFeature } from './app/feature'
import { modeKeyLabel } from './hotkeys/key-labels'
import { isApproveKeyTaken } from './hotkeys/talk-keys'
import type { KnowledgeRecords } from './knowledge/core/records'
import { createKnowledgeFeature } from './knowledge/knowledge-feature'
import type { KnowledgeWorld } from './knowledge/knowledge-world'
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
export interface FeatureMachine extends Pick<KnowledgeWorld, 'index' | 'folderWatch' | 'openFile'>, Pick<RemindersWorld, 'notifications' | 'uptime' | 'zone'>, Pick<ToolsWorld, 'places' | 'hand' | 'approveKey' | 'standardNotesFolder'> {
  readonly servers: McpMachine
  readonly records: ActionStore & FactStore & ReminderStore & KnowledgeRecords
  /** The tools of this machine. `typing`: Parley itself presses keys now, or not any more. `notesFolder`: the one the person chose; null: none. */
  readonly ownTools: (typing: (on: boolean) => void, notesFolder: () => string | null) => readonly ToolSource[]
}

/** A name that somebody else's tool has is never a server's. */
const joinServers = (machine: FeatureMachine): JoinFeature => (world, before) =>
  createMcpFeature({
    ...world,
    ...machine.servers,
    isTaken: (name) => before.some(({ toolSources = [] }) => toolSources.some((source) => source.list().some(({ definition }) => definition.name === name))),
  })

const joinTools = (machine: FeatureMachine): JoinFeature => ({ settings, ...world }, before) =>
  createToolsFeature({
    ...world,
    ...machine,
    settings,
    store: machine.records,
    listChanged: () => world.push('history', 'history:changed', { conversation: null, what: 'actions' }),
    sources: (typing) => [...machine.ownTools(typing, () => settings().notesFolder), ...before.flatMap(({ toolSources }) => toolSources ?? [])],
    approveKeyLabel: () => modeKeyLabel(settings().approveKey, world.platform),
    approveKeyTaken: () => isApproveKeyTaken(settings()),
  })

/** A feature joins by its line, in the order in which they are asked. The tools are last: theirs is what the others give to the model. */
export const featuresOn = (machine: FeatureMachine): readonly JoinFeature[] => [
  createSummaryFeature,
  (world) => createRemindersFeature({ ...machine, ...world, store: machine.records }),
  (world) => createMemoryFeature({ ...world, store: machine.records }),
  (world) => createKnowledgeFeature({ ...world, ...machine }),
  joinServers(machine),
  joinTools(machine),
]
