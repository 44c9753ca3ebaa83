import type { KnowledgeApi, PassageApi, SentTextApi } from '../shared/ipc/knowledge'
import { ask, follow } from './wire'

export const knowledge: KnowledgeApi = {
  knowledge: () => ask('knowledge:get'),
  addKnowledgeFolder: () => ask('knowledge:add-folder'),
  removeKnowledgeFolder: (folder) => ask('knowledge:remove-folder', folder),
  putBackKnowledgeFolder: (folder) => ask('knowledge:put-back-folder', folder),
  pauseReading: (on) => ask('knowledge:pause', on),
  unreadFiles: (folder, after, limit) => ask('knowledge:unread', folder, after, limit),
  useEmbedder: (embedder, secret) => ask('knowledge:use-embedder', embedder, secret),
  dropEmbedder: () => ask('knowledge:drop-embedder'),
  onKnowledge: (listener) => follow('knowledge:status', listener),
}

export const passages: PassageApi = { openPassage: (conversation, call, cite) => ask('knowledge:open-passage', conversation, call, cite) }

export const sentText: SentTextApi = { sentText: (before, limit) => ask('knowledge:sent', before, limit) }
