import { expect, test } from 'vitest'
import { Given } from '../../../src/main/knowledge/given'
import { Knowledge } from '../../../src/main/knowledge/knowledge'
import { knowledgeTools } from '../../../src/main/knowledge/knowledge-source'
import type { KnowledgeWorld } from '../../../src/main/knowledge/knowledge-world'
import type { JsonObject } from '../../../src/main/tools/core/tool'
import type { AppError } from '../../../src/shared/errors/errors'
import { ok } from '../../../src/shared/result'
import { defaultSettings, type Settings } from '../../../src/shared/settings'
import { FakeFolderWatch, FakeKnowledgeIndex, IDLE } from '../../fakes/fake-knowledge-index'
import { FakeTimers } from '../../fakes/fake-timers'

const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

function world(patch: Partial<Settings> = {}) {
  const [index, folderWatch, timers] = [new FakeKnowledgeIndex(), new FakeFolderWatch(), new FakeTimers()]
  const [told, forgotten]: [AppError[], string[]] = [[], []]
  const now = { runs: false, keychain: Promise.resolve(), settings: { ...defaultSettings('linux'), knowledgeFolders: [{ id: 'a', path: '/home/me/Papers' }], ...patch } }
  const parts: Pick<KnowledgeWorld, 'index' | 'folderWatch' | 'timers' | 'settings' | 'updateSettings' | 'secrets' | 'notify' | 'changed' | 'turn'> = {
    index, folderWatch, timers,
    settings: () => now.settings,
    updateSettings: (change) => {
      now.settings = { ...now.settings, ...(change as Partial<Settings>) }
      return ok(now.settings)
    },
    secrets: (feature) => ({ find: (name) => now.keychain.then(() => `key of ${name}`), keep: async () => undefined, forget: async (name) => void forgotten.push(`${feature} ${name}`) }),
    notify: (error) => told.push(error),
    changed: () => undefined,
    turn: () => ({ listens: now.runs, runs: now.runs }),
  }
  return { index, folderWatch, timers, told, forgotten, now, knowledge: new Knowledge(parts as KnowledgeWorld, () => undefined, () => undefined) }
}

test('it works until there is nothing to do, and goes on when something changes', async () => {
  const { index, folderWatch, knowledge } = world()
  index.statuses.push({ ...IDLE, idle: false }, { ...IDLE, idle: false })
  await knowledge.start()
  await settled()
  folderWatch.watched.get('a')?.(['b.txt'])
  await settled()
  expect(index.calls).toEqual(['setEmbedder none', 'setFolders Papers', 'work', 'work', 'work', 'changed a b.txt', 'work'])
})

test('while somebody talks, or the person wants a pause, nothing is asked and the reader stands still', async () => {
  const { index, now, knowledge } = world()
  now.runs = true
  await knowledge.start()
  knowledge.evaluate()
  await settled()
  const during = [...index.calls, index.held]
  now.runs = false
  now.settings = { ...now.settings, knowledgePaused: true }
  knowledge.evaluate()
  await settled()
  const paused = [...index.calls, index.held]
  now.settings = { ...now.settings, knowledgePaused: false }
  knowledge.evaluate()
  await settled()
  expect([during, paused, index.calls, index.held]).toEqual([['setEmbedder none', 'setFolders Papers', true], ['setEmbedder none', 'setFolders Papers', true], ['setEmbedder none', 'setFolders Papers', 'work'], false])
})

test('a fault is told once and tried again later', async () => {
  const { index, timers, told, knowledge } = world()
  index.failure = 'knowledge'
  await knowledge.start()
  await settled()
  timers.pass(30_000)
  await settled()
  expect([told, index.calls]).toEqual([[{ tag: 'knowledge' }], ['setEmbedder none', 'setFolders Papers', 'work', 'work']])
})

test('an index that was made anew is told, once', async () => {
  const { index, told, knowledge } = world()
  index.statuses.push({ ...IDLE, idle: false, rebuilt: true }, { ...IDLE, rebuilt: true })
  await knowledge.start()
  await settled()
  expect(told).toEqual([{ tag: 'knowledge-damaged' }])
})

test('an embedder that is chosen while it works without one is worked with next, though there was nothing else to do', async () => {
  const embedder = { url: 'https://e.example:8443/v1', model: 'm', dimensions: 512, queryPrefix: '', passagePrefix: '' }
  const { index, now, knowledge } = world()
  await knowledge.start()
  await settled()
  let end = (): void => undefined
  index.workEnds = new Promise<void>((resolve) => (end = resolve))
  knowledge.evaluate()
  now.settings = { ...now.settings, embedder, confirmedEmbedder: JSON.stringify(embedder) }
  await knowledge.embedderChanged()
  end()
  await settled()
  expect(index.calls.slice(-3)).toEqual(['work', 'setEmbedder https://e.example:8443/v1 key of https://e.example:8443', 'work'])
})

test('the key of an embedder is that of its origin', async () => {
  const embedder = { url: 'https://e.example:8443/v1', model: 'm', dimensions: 512, queryPrefix: '', passagePrefix: '' }
  const { index, knowledge } = world({ embedder, confirmedEmbedder: JSON.stringify(embedder) })
  await knowledge.start()
  expect(index.access?.secret).toBe('key of https://e.example:8443')
})

test('"Delete everything" takes the index and the list of folders', async () => {
  const { index, now, folderWatch, knowledge } = world()
  await knowledge.start()
  await settled()
  await knowledge.removeEverything()
  expect([index.calls.at(-1), now.settings.knowledgeFolders, folderWatch.watched.size]).toEqual(['removeEverything', [], 0])
})

test('"Delete everything" takes the server for vectors and its key', async () => {
  const embedder = { url: 'https://e.example:8443/v1', model: 'm', dimensions: 512, queryPrefix: '', passagePrefix: '' }
  const { now, forgotten, knowledge } = world({ embedder, confirmedEmbedder: JSON.stringify(embedder) })
  await knowledge.start()
  await knowledge.removeEverything()
  expect([now.settings.embedder, now.settings.confirmedEmbedder, forgotten]).toEqual([null, null, ['knowledge https://e.example:8443']])
})

const EMBEDDER = { url: 'https://e.example:8443/v1', model: 'm', dimensions: 512, queryPrefix: '', passagePrefix: '' }
const CONFIRMED = { embedder: EMBEDDER, confirmedEmbedder: JSON.stringify(EMBEDDER) }

test('a server for vectors that is given up while the keychain is asked for its key gets nothing', async () => {
  const { index, now, knowledge } = world(CONFIRMED)
  let opened = (): void => undefined
  now.keychain = new Promise((resolve) => (opened = resolve))
  const started = knowledge.start()
  now.settings = { ...now.settings, embedder: null, confirmedEmbedder: null }
  await knowledge.embedderChanged()
  opened()
  await started
  await settled()
  expect([index.access, index.calls]).toEqual([null, ['setEmbedder none', 'setFolders Papers', 'work']])
})

test('of two keys that are looked for at once, the one that was asked for last counts', async () => {
  const { index, now, knowledge } = world(CONFIRMED)
  let opened = (): void => undefined
  now.keychain = new Promise((resolve) => (opened = resolve))
  const [first, other] = [knowledge.embedderChanged(), { ...EMBEDDER, url: 'https://other.example/v1' }]
  now.keychain = Promise.resolve()
  now.settings = { ...now.settings, embedder: other, confirmedEmbedder: JSON.stringify(other) }
  await knowledge.embedderChanged()
  opened()
  await first
  expect(index.access?.url).toBe('https://other.example/v1')
})

test('a server for vectors is used by the first folder of a run that began with none', async () => {
  const { index, now, knowledge } = world({ ...CONFIRMED, knowledgeFolders: [] })
  await knowledge.start()
  now.settings = { ...now.settings, knowledgeFolders: [{ id: 'a', path: '/home/me/Papers' }] }
  await knowledge.foldersChanged()
  await settled()
  expect(index.access?.url).toBe(EMBEDDER.url)
})

test('what was at work when everything was deleted says nothing any more', async () => {
  const { index, knowledge } = world()
  let done = (): void => undefined
  const reads = new Promise<void>((resolve) => (done = resolve))
  index.work = async () => {
    await reads
    return ok({ ...IDLE, now: 'Diary.txt', characters: 12 })
  }
  await knowledge.start()
  await knowledge.removeEverything()
  done()
  await settled()
  expect(knowledge.status).toBeNull()
})

const PASSAGE = { cite: 'A1', folder: 'a', path: 'x/Lease.pdf', file: 'Lease.pdf', page: 3, heading: null, text: 'Three months.' }

function tools(reading = false) {
  const [index, given] = [new FakeKnowledgeIndex(), new Given()]
  const there = { folders: true }
  const source = knowledgeTools({ index, given, isThere: () => there.folders, isReading: () => reading, searched: () => undefined })
  const call = (name: string, args: JsonObject, isPrivate = false) =>
    source.call({ name, arguments: args, private: isPrivate, taintedBy: null, signal: new AbortController().signal, progress: () => undefined })
  return { index, given, there, source, call }
}

test('the model is given passages with their names, and never a path', async () => {
  const { index, given, call } = tools()
  index.found = { mode: 'both', passages: [PASSAGE] }
  const outcome = await call('search_knowledge', { query: 'notice' })
  expect([outcome, given.find('[a1]'), given.find('A2')]).toEqual([
    { kind: 'done', output: { mode: 'both', passages: [{ cite: 'A1', file: 'Lease.pdf', page: 3, text: 'Three months.' }] }, said: 'Found in Lease.pdf', passages: [PASSAGE] }, PASSAGE, null,
  ])
})

test('nothing found is said, and that not all is read yet', async () => {
  expect([await tools().call('search_knowledge', { query: 'x' }), await tools(true).call('search_knowledge', { query: 'x' })]).toEqual([
    { kind: 'done', output: { mode: 'words', passages: [], found: 'nothing' }, said: 'Found nothing in your folders', passages: [] },
    { kind: 'done', output: { mode: 'words', passages: [], found: 'nothing', note: 'Some files are not read yet.' }, said: 'Found nothing in your folders', passages: [] },
  ])
})

test('its text is untrusted and taints the turn; without a folder there is no tool', () => {
  const { source, there } = tools()
  const listed = source.list().map(({ definition, level, untrusted, effect }) => [definition.name, level, untrusted, effect])
  there.folders = false
  expect([listed, source.list()]).toEqual([[['search_knowledge', 0, 'your files', 'read'], ['read_knowledge', 0, 'your files', 'read']], []])
})

test.each<readonly [string, boolean, (given: Given) => void, boolean]>([
  ['a private conversation', true, (given) => given.forgetPrivate(), false],
  ['everything', true, (given) => given.forgetAll(), false],
  ['everything', false, (given) => given.forgetAll(), false],
  ['a private conversation', false, (given) => given.forgetPrivate(), true],
])('what is found when %s is over meanwhile (searched in private: %s) does not stay behind it', async (_what, isPrivate, forget, stays) => {
  const { index, given, call } = tools()
  let found = (): void => undefined
  const looking = new Promise<void>((resolve) => (found = resolve))
  index.search = async () => {
    await looking
    return ok({ mode: 'words', passages: [PASSAGE] })
  }
  const outcome = call('search_knowledge', { query: 'notice' }, isPrivate)
  forget(given)
  found()
  await outcome
  expect(given.find('A1') !== null).toBe(stays)
})

test('what a private conversation was given is gone when it ends', async () => {
  const { index, given, call } = tools()
  index.found = { mode: 'words', passages: [PASSAGE] }
  await call('search_knowledge', { query: 'notice' }, true)
  const during = given.find('A1')
  given.forgetPrivate()
  expect([during, given.find('A1')]).toEqual([PASSAGE, null])
})
