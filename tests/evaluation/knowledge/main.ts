import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKnowledgeIndex } from '../../../src/main/knowledge/adapters/worker-index'
import { writeCorpus } from './corpus'
import { evaluate } from './evaluate'

/** The whole set, by the real workers, without a network: `npm run eval:knowledge`; `-- --missed` names what was not found. */
const beside = (name: string): URL => new URL(`../../integration/knowledge/support/${name}`, import.meta.url)
const place = mkdtempSync(join(tmpdir(), 'parley-evaluation-'))
const folder = join(place, 'documents')
const index = createKnowledgeIndex({ folder: join(place, 'index'), worker: beside('worker-from-sources.mjs'), reader: beside('reader-from-sources.mjs'), own: [] })
try {
  writeCorpus(folder)
  const set = await index.setFolders([{ id: 'f', name: 'documents', path: folder }])
  if (!set.ok) throw new Error(set.error.tag)
  for (let idle = false; !idle; ) {
    const done = await index.work()
    if (!done.ok) throw new Error(done.error.tag)
    idle = done.value.idle
  }
  const { dev, test, missed } = await evaluate(index)
  process.stdout.write(`${JSON.stringify({ dev, test, ...(process.argv.includes('--missed') ? { missed } : {}) }, null, 2)}\n`)
} finally {
  await index.close()
  rmSync(place, { recursive: true, force: true })
}
