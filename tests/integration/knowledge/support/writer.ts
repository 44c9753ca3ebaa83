import { createKnowledgeIndex } from '../../../../src/main/knowledge/adapters/worker-index'

/** Indexes a folder until it is killed. Says "reading" when the first file is read. */
const [index = '', folder = ''] = process.argv.slice(2)
const made = createKnowledgeIndex({ folder: index, worker: new URL('./worker-from-sources.mjs', import.meta.url), reader: new URL('./reader-from-sources.mjs', import.meta.url), own: [] })
await made.setFolders([{ id: 'f', name: 'f', path: folder }])
for (let idle = false; !idle; ) {
  const done = await made.work()
  if (!done.ok) throw new Error(done.error.tag)
  if (done.value.folders.some(({ files, waiting }) => files > 0 && waiting < files)) process.stdout.write('reading\n')
  idle = done.value.idle
}
process.stdout.write('done\n')
