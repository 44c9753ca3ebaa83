import type { AppError } from '../../shared/errors/errors'
import { ok, type Result } from '../../shared/result'
import type { Feature, Talk } from '../app/feature'
import type { TalkExtension } from '../talk/extension'
import { confirmedEmbedder } from './embedder-choice'
import { Given } from './given'
import { Knowledge } from './knowledge'
import { KnowledgePages } from './knowledge-pages'
import { knowledgeTools } from './knowledge-source'
import type { KnowledgeWorld } from './knowledge-world'
import { SentAccount } from './sent-account'

const extensionOf = (knowledge: Knowledge, given: Given): TalkExtension => ({
  name: 'knowledge',
  heard: (fact) => {
    if (fact.type === 'stateChanged') knowledge.evaluate()
    else if (fact.type === 'conversationOpened') given.forgetPrivate()
  },
})

/** Folders that can be asked. */
export function createKnowledgeFeature(world: KnowledgeWorld): Feature {
  const account = new SentAccount(world)
  let talk: Talk | null = null
  let followed: Promise<Result<null, AppError>> = Promise.resolve(ok(null))
  const knowledge = new Knowledge(world, (status) => world.push('settings', 'knowledge:status', status), () => void account.take())
  const pages = new KnowledgePages({ ...world, status: () => knowledge.status, followed: () => followed, keyChanged: () => knowledge.embedderChanged() })
  const given = new Given()
  const tools = knowledgeTools({
    index: world.index,
    given,
    isThere: () => knowledge.folders.length > 0,
    isReading: () => knowledge.status?.folders.some(({ state }) => state === 'looking' || state === 'reading') ?? true,
    searched: () => confirmedEmbedder(world.settings()) !== null && void account.take(),
  })
  return {
    toolSources: [tools],
    extensions: [extensionOf(knowledge, given)],
    settings: [
      { part: ['knowledgePaused'], changed: () => knowledge.evaluate() },
      { part: ['embedder', 'confirmedEmbedder'], changed: () => void knowledge.embedderChanged() },
      {
        part: ['knowledgeFolders'],
        changed: () => {
          followed = knowledge.foldersChanged()
          tools.listChanged()
        },
      },
    ],
    routes: (door) => pages.routes(door, () => talk),
    start: (started) => {
      talk = started
      void knowledge.start().then(() => account.take()) // a large index may be long to open, and no talk waits for it
    },
    stop: () => knowledge.stop(),
    everythingRemoved: async () => {
      given.forgetAll()
      pages.everythingRemoved()
      const removed = await knowledge.removeEverything()
      const forgotten = await account.forget()
      return forgotten.ok ? removed : forgotten
    },
  }
}
