import { createMemoryFeature, type MemoryFeature } from '../../memory/memory-feature'
import { createRemindersFeature, type RemindersFeature } from '../../reminders/reminders-feature'
import type { ConversationHistory } from '../../history/conversation-history'
import type { AssistantParts } from '../assistant-types'
import type { Base } from './base'

/** What tools write into, and people look into without any tool. */
export interface RecordFeatures {
  readonly reminders: RemindersFeature
  readonly memory: MemoryFeature
}

export function createRecordFeatures(parts: AssistantParts, { world, earcon }: Base, kept: ConversationHistory): RecordFeatures {
  const { history: store, historySinks, notifications, uptime, zone, files } = parts
  return {
    reminders: createRemindersFeature({ ...world, store, notifications, uptime, zone, sound: () => earcon('alarm') }),
    memory: createMemoryFeature({
      ...world,
      store,
      isPrivate: () => kept.current.isPrivate,
      listChanged: () => historySinks.changed({ conversation: null, what: 'facts' }),
      chooseFile: () => files.saveAs('Parley memory', { title: 'Export', extension: 'json' }),
    }),
  }
}
