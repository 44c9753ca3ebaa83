import type { Feature } from '../app/feature'
import { Given } from './given'
import { Knowledge } from './knowledge'
import { knowledgeTools } from './knowledge-source'
import type { KnowledgeWorld } from './knowledge-world'

/** Folders that can be asked. */
export function createKnowledgeFeature(world: KnowledgeWorld): Feature {
  const knowledge = new Knowledge(world)
  const given = new Given()
  const tools = knowledgeTools({
    index: world.index,
    given,
    isThere: () => knowledge.folders.length > 0,
    isReading: () => knowledge.status?.folders.some(({ state }) => state === 'looking' || state === 'reading') ?? true,
  })
  return {
    toolSources: [tools],
    extensions: [
      {
        name: 'knowledge',
        heard: (fact) => {
          if (fact.type === 'stateChanged') knowledge.evaluate()
          else if (fact.type === 'conversationOpened') given.forgetPrivate()
        },
      },
    ],
    settings: [
      { part: ['knowledgePaused'], changed: () => knowledge.evaluate() },
      { part: ['embedder'], changed: () => void knowledge.embedderChanged() },
      {
        part: ['knowledgeFolders'],
        changed: () => {
          void knowledge.foldersChanged()
          tools.listChanged()
        },
      },
    ],
    start: () => void knowledge.start(), // a large index may be long to open, and no talk waits for it
    stop: () => knowledge.stop(),
    everythingRemoved: () => {
      given.forgetAll()
      return knowledge.removeEverything()
    },
  }
}
