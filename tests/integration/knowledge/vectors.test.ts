import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { EmbedderAccess, KnowledgeIndex } from '../../../src/main/knowledge/core/ports'
import { embeddingServer, type EmbeddingServer } from '../../support/knowledge/embedding-server'
import { newFolder, readIn, valueOf, worked, write } from './support/knowledge'

const access = (url: string, model: string, dimensions: number | null = null): EmbedderAccess => ({ url, model, dimensions, queryPrefix: `${model}: `, passagePrefix: '', secret: null })

const FILES = { 'bees.txt': 'Alpha keeps bees in the orchard.', 'goats.txt': 'Beta keeps goats on the hill.', 'geese.txt': 'Gamma keeps geese at the pond.' }

const ask = async (index: KnowledgeIndex, text: string) => {
  const { mode, passages } = valueOf(await index.search({ text, file: null, letter: 'A', private: false }))
  return [mode, passages[0]?.path]
}

/** What the server was asked of passages, and what of questions, since the last time. */
function told(server: EmbeddingServer): readonly string[] {
  const inputs = server.asked.flatMap(({ input }) => input)
  server.asked.length = 0
  return inputs.toSorted()
}

async function vectorsOf(model: string) {
  const [folder, place, server] = [newFolder(), newFolder(), await embeddingServer()]
  write(folder, FILES)
  const index = await readIn(folder, { index: place })
  index.setEmbedder(access(server.url, model))
  await worked(index)
  told(server)
  return { folder, place, server, index }
}

test('another model of the same server: until its vectors are all there, those of before are searched, with their model', async () => {
  const { server, index, folder } = await vectorsOf('m1')
  index.setEmbedder(access(server.url, 'm2'))
  server.fault = 'failing'
  const { embedding: begun } = await worked(index)
  server.fault = 'none'
  told(server)
  const meanwhile = [await ask(index, 'orchard bees'), told(server)]
  write(folder, { 'ducks.txt': 'Delta keeps ducks.' })
  index.setEmbedder(access(server.url, 'm2', 64)) // the half-made one is given up, the whole one of before stays
  valueOf(await index.changed('f', null))
  const { embedding: done } = await worked(index)
  told(server)
  const after = [await ask(index, 'orchard bees'), told(server)]
  expect([begun?.done, begun?.meanwhile, meanwhile, done, after]).toEqual([
    0, 'm1', [['both', 'bees.txt'], ['m1: orchard bees']],
    { done: 4, total: 4, charactersLeft: 0, trouble: null, meanwhile: null }, [['both', 'bees.txt'], ['m2: orchard bees']],
  ])
})

test('the model of before, chosen again, costs nothing but what is new', async () => {
  const { server, index, folder } = await vectorsOf('m1')
  index.setEmbedder(access(server.url, 'm2'))
  server.fault = 'failing'
  write(folder, { 'ducks.txt': 'Delta keeps ducks.' })
  valueOf(await index.changed('f', null))
  await worked(index)
  server.fault = 'none'
  told(server)
  index.setEmbedder(access(server.url, 'm1'))
  const { embedding } = await worked(index)
  expect([embedding?.done, embedding?.meanwhile, told(server), await ask(index, 'orchard bees')]).toEqual([4, null, ['Delta keeps ducks.'], ['both', 'bees.txt']])
})

test('another server: no question goes to the one that was given up; until there are vectors it is words, and that is said', async () => {
  const { server, index } = await vectorsOf('m1')
  const other = await embeddingServer()
  other.fault = 'failing'
  index.setEmbedder(access(other.url, 'm1'))
  const { embedding } = await worked(index)
  expect([embedding?.meanwhile, await ask(index, 'goats'), told(server)]).toEqual([null, ['words', 'goats.txt'], []])
})

test('of a changed file only what is new is sent; a text that is gone for good is sent again', async () => {
  const { server, index, folder } = await vectorsOf('m')
  const chapters = (third: string) => ['one', 'two', third, 'four'].map((name) => `# ${name}\n\nChapter ${name} tells of the sea. ${'It goes on and on. '.repeat(20)}`).join('\n\n')
  write(folder, { 'book.md': chapters('three') })
  valueOf(await index.changed('f', ['book.md']))
  const { embedding: before } = await worked(index)
  const first = told(server).length
  writeFileSync(join(folder, 'book.md'), chapters('thirty'))
  write(folder, { 'copy.md': `${chapters('three')}\n\n# five\n\nAnd five.` })
  valueOf(await index.changed('f', ['book.md', 'copy.md']))
  const { embedding } = await worked(index)
  const second = told(server).map((text) => text.slice(0, 20))
  expect([before?.done, first, embedding?.done, embedding?.total, second]).toEqual([7, 4, 12, 12, ['five\nAnd five.', 'thirty\nChapter thirt']])
  expect(await ask(index, 'thirty')).toEqual(['both', 'book.md'])
})

test('vectors are there after a restart, and go with their text', async () => {
  const { server, index, folder, place } = await vectorsOf('m')
  await index.close()
  rmSync(join(folder, 'bees.txt'))
  const again = await readIn(folder, { index: place })
  again.setEmbedder(access(server.url, 'm'))
  const { embedding } = await worked(again)
  expect([embedding?.done, embedding?.total, told(server), await ask(again, 'goats on hills')]).toEqual([2, 2, [], ['both', 'goats.txt']])
})

test.each<readonly [string, (index: KnowledgeIndex) => Promise<unknown>]>([
  ['the end of Parley', (index) => index.close()],
  ['"Delete everything"', (index) => index.removeEverything()],
])('a server that never answers does not hold up %s', async (_what, act) => {
  const [folder, server] = [newFolder(), await embeddingServer()]
  write(folder, FILES)
  const index = await readIn(folder)
  server.fault = 'hold'
  index.setEmbedder(access(server.url, 'm1'))
  const working = index.work()
  await expect.poll(() => server.asked.length, { timeout: 10_000 }).toBe(1)
  const since = performance.now()
  await act(index)
  await working
  expect(performance.now() - since).toBeLessThan(5_000)
}, 90_000)

test('a server that is given up is not sent to any more, though it has not answered yet', async () => {
  const [folder, server, other] = [newFolder(), await embeddingServer(), await embeddingServer()]
  write(folder, FILES)
  const index = await readIn(folder)
  server.fault = 'hold'
  index.setEmbedder(access(server.url, 'm1'))
  const working = index.work()
  await expect.poll(() => server.asked.length, { timeout: 10_000 }).toBe(1)
  const since = performance.now()
  index.setEmbedder(access(other.url, 'm2'))
  await working
  const waited = performance.now() - since
  const { embedding } = await worked(index)
  expect([waited < 5_000, embedding?.done, embedding?.trouble, server.asked.length]).toEqual([true, 3, null, 1])
}, 90_000)
