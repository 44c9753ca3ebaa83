import { readdirSync, readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { EmbedderAccess, KnowledgeIndex } from '../../../src/main/knowledge/core/ports'
import { embeddingServer, type Fault } from '../../support/knowledge/embedding-server'
import { newFolder, readIn, valueOf, worked, write } from './support/knowledge'

const access = (url: string, more: Partial<EmbedderAccess> = {}): EmbedderAccess => ({ url, model: 'm', dimensions: null, queryPrefix: 'query: ', passagePrefix: 'passage: ', secret: 'k-1', ...more })

const ask = async (index: KnowledgeIndex, text: string, isPrivate = false) => {
  const { mode, passages } = valueOf(await index.search({ text, file: null, letter: 'A', private: isPrivate }))
  return [mode, ...passages.map(({ path }) => path)]
}

async function folderOfThree(): Promise<KnowledgeIndex> {
  const folder = newFolder()
  write(folder, { 'bees.txt': 'Alpha keeps bees in the orchard.', 'goats.txt': 'Beta keeps goats on the hill.', 'geese.txt': 'Gamma keeps geese at the pond.' })
  return readIn(folder)
}

test('chunks are embedded with their prefix and the key, each batch is accounted for, and a question uses both ways', async () => {
  const [index, server] = [await folderOfThree(), await embeddingServer()]
  index.setEmbedder(access(server.url))
  const { embedding } = await worked(index)
  const first = await ask(index, 'orchards with beehives')
  const again = await ask(index, 'orchards with beehives')
  const secret = [await ask(index, 'private goats', true), await ask(index, 'private goats', true)]
  const sent = valueOf(await index.sent())
  valueOf(await index.forgetSent(sent.map(({ id }) => id)))
  expect([embedding, first.slice(0, 2), again, secret.map(([mode]) => mode), server.asked.map(({ authorization, input }) => [authorization, input.length, input.toSorted()[0]]), sent.map(({ host, characters, files, kind }) => [host, characters, files, kind]), valueOf(await index.sent())]).toEqual([
    { done: 3, total: 3, charactersLeft: 0, trouble: null, meanwhile: null },
    ['both', 'bees.txt'],
    first,
    ['both', 'both'],
    [['Bearer k-1', 3, 'passage: Alpha keeps bees in the orchard.'], ['Bearer k-1', 1, 'query: orchards with beehives'], ['Bearer k-1', 1, 'query: private goats'], ['Bearer k-1', 1, 'query: private goats']],
    [[`127.0.0.1:${String(server.port)}`, 118, 3, 'passages'], [`127.0.0.1:${String(server.port)}`, 29, 0, 'question'], [`127.0.0.1:${String(server.port)}`, 20, 0, 'question'], [`127.0.0.1:${String(server.port)}`, 20, 0, 'question']],
    [],
  ])
})

test('what was asked in private stands in no file of the index, with words and with vectors', async () => {
  const [source, place, server] = [newFolder(), newFolder(), await embeddingServer()]
  write(source, { 'goats.txt': 'Beta keeps goats on the hill.' })
  const index = await readIn(source, { index: place })
  const byWords = await ask(index, 'zebedeeone goats', true)
  index.setEmbedder(access(server.url))
  await worked(index)
  const byBoth = await ask(index, 'zebedeetwo goats', true)
  const open = await ask(index, 'zebedeethree goats')
  await index.close()
  const bytes = Buffer.concat(readdirSync(place).map((name) => readFileSync(join(place, name)))).toString('latin1')
  expect([byWords, byBoth, open, ['zebedeeone', 'zebedeetwo', 'zebedeethree'].filter((word) => bytes.includes(word))]).toEqual([['words', 'goats.txt'], ['both', 'goats.txt'], ['both', 'goats.txt'], ['zebedeethree']])
})

test('whatever a server answers, words are found, and it is said what is wrong; afterwards it goes on', async () => {
  const [index, server] = [await folderOfThree(), await embeddingServer()]
  const faults: readonly Fault[] = ['wrong-length', 'one-too-few', 'not-a-number', 'zeros', 'words', 'no-json', 'broken-off', 'huge', 'failing', 'refusing', 'redirecting']
  const told: Record<string, string | null> = {}
  for (const fault of faults) {
    server.fault = fault
    index.setEmbedder(access(server.url, { model: fault }))
    const { embedding } = await worked(index)
    told[fault] = `${String(embedding?.done)}: ${embedding?.trouble ?? ''}`
    expect(await ask(index, 'goats')).toEqual(['words', 'goats.txt'])
  }
  server.fault = 'no-lengths'
  index.setEmbedder(access(server.url, { dimensions: 512 }))
  const { embedding } = await worked(index)
  const nonsense = '0: The embedding server sent an answer that contains no vectors.'
  const broken = '0: The answer of the embedding server was cut off, or is not JSON.'
  expect([told, embedding?.done, embedding?.trouble]).toEqual([
    {
      'wrong-length': nonsense, 'one-too-few': nonsense, 'not-a-number': nonsense, zeros: nonsense, words: nonsense, 'no-json': broken, 'broken-off': broken,
      huge: '0: The embedding server sent far more than vectors.',
      failing: '0: The embedding server has a problem. Parley tries again later.',
      refusing: '0: The embedding server did not accept the key. Enter it again in Settings.',
      redirecting: '0: The embedding server points to another address, and your text is not sent there. If you trust that address, enter it in Settings.',
    },
    3, null,
  ])
})

test('a vector that is late is not waited for longer than a quarter of a second, and is there the next time', async () => {
  const [index, server] = [await folderOfThree(), await embeddingServer()]
  index.setEmbedder(access(server.url))
  await worked(index)
  server.fault = 'late'
  const since = performance.now()
  const first = await ask(index, 'goats on hills')
  const tookMs = performance.now() - since
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  const [mode] = await ask(index, 'goats on hills')
  expect([first, tookMs < 850, mode]).toEqual([['words', 'goats.txt'], true, 'both'])
})

test('by a name, as it is resolved here: without a key it is asked, with one only where the way is encrypted', async () => {
  const [index, server] = [await folderOfThree(), await embeddingServer({ host: hostname() })]
  index.setEmbedder(access(server.url, { secret: null }))
  const open = await worked(index)
  index.setEmbedder(access(server.url, { model: 'n' }))
  const closed = await worked(index)
  expect([open.embedding?.done, closed.embedding?.done, closed.embedding?.trouble?.includes('not encrypted'), server.asked.map(({ authorization }) => authorization)]).toEqual([3, 0, true, [null]])
})

test('where no extension can be loaded the same is found', async () => {
  const { plainTable, extensionTable } = await import('../../../src/main/knowledge/adapters/worker/vectors/vector-table')
  const { openConnection } = await import('../../../src/main/platform/adapters/database/connection')
  const { getLoadablePath } = await import('@photostructure/sqlite-vec')
  const db = openConnection(':memory:', 'extensible')
  db.extend(getLoadablePath())
  const vectors = Array.from({ length: 300 }, (_, row) => Int8Array.from({ length: 64 }, (__, column) => Math.round(127 * Math.sin(row * 12.9898 + column * 78.233 + row * column))))
  const [vec0, plain] = [extensionTable(db, 'vectors_1', 64), plainTable(db, 'plain_vectors_1')]
  vectors.forEach((vector, row) => [vec0, plain].forEach((table) => table.put(row + 1, vector)))
  const nearest = (row: number) => [vec0, plain].map((table) => table.nearest(vectors[row] ?? new Int8Array(64), 5))
  vec0.remove([8])
  plain.remove([8])
  const [a, b] = nearest(7)
  expect([a, nearest(50)[0]]).toEqual([b, nearest(50)[1]])
  expect(() => db.exec(`SELECT load_extension('${getLoadablePath()}')`)).toThrow('not authorized')
  db.close()
})
