import type { MemoryApi } from '../shared/ipc/memory'
import { ask } from './wire'

export const memory: MemoryApi = {
  memory: () => ask('memory:list'),
  editFact: (fact, text) => ask('memory:edit', fact, text),
  removeFact: (fact) => ask('memory:remove', fact),
  putBackFact: (fact) => ask('memory:put-back', fact),
  removeAllFacts: () => ask('memory:remove-all'),
  exportFacts: () => ask('memory:export'),
  switchMemory: (on) => ask('memory:switch', on),
}
