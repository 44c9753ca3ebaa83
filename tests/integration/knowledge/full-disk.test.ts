import { expect, test } from 'vitest'
import { SCHEMA } from '../../../src/main/knowledge/adapters/worker/database/schema'
import { Embeddings } from '../../../src/main/knowledge/adapters/worker/vectors/embeddings'
import { type Database, openConnection } from '../../../src/main/platform/adapters/database/connection'
import { embeddingServer } from '../../support/knowledge/embedding-server'

test('a disk that is full as the first vectors come is no reason to send their text for ever', async () => {
  const { url } = await embeddingServer()
  const native = openConnection(':memory:', 'read-write')
  const disk = { full: false }
  const db: Database = {
    ...native,
    transaction: (work) =>
      native.transaction(() => {
        const done = work()
        if (disk.full) throw new Error('full')
        return done
      }),
  }
  db.exec(SCHEMA)
  db.run('INSERT INTO chunks (text, place, overlap, body, chars, hash) VALUES (1, 0, 0, ?, 6, ?)', 'Tulips', new Uint8Array([1]))
  const embeddings = new Embeddings(db, false)
  embeddings.use({ url, model: 'm', dimensions: null, queryPrefix: '', passagePrefix: '', secret: null })
  disk.full = true
  await expect(embeddings.embedSome()).rejects.toThrow('full')
  disk.full = false
  await embeddings.embedSome()
  expect([embeddings.progress()?.done, (await embeddings.question('Tulips', true))?.vector.length]).toEqual([1, 64])
})
