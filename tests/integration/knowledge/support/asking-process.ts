import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKnowledgeIndex } from '../../../../src/main/knowledge/adapters/worker-index'

/** A process of its own, because which authorities are trusted stands when one begins: reads a folder, has it embedded, asks once, tells what came of it. */
const [papers = '', url = '', text = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'parley-knowledge-'))
const index = createKnowledgeIndex({ folder, worker: new URL('./worker-from-sources.mjs', import.meta.url), reader: new URL('./reader-from-sources.mjs', import.meta.url), own: [] })
index.setEmbedder({ url, model: 'm', dimensions: null, queryPrefix: '', passagePrefix: '', secret: 'k-1' })
await index.setFolders([{ id: 'f', name: 'f', path: papers }])
let status = await index.work()
while (status.ok && !status.value.idle) status = await index.work()
const found = await index.search({ text, file: null, letter: 'A', private: false })
await index.close()
rmSync(folder, { recursive: true, force: true })
const { embedding } = status.ok ? status.value : { embedding: null }
process.stdout.write(JSON.stringify({ done: embedding?.done ?? null, trouble: embedding?.trouble ?? null, mode: found.ok ? found.value.mode : null }))
