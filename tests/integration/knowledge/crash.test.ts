import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pdf } from '../../support/knowledge/documents'
import { contentsOf } from './support/contents'
import { found, indexIn, newFolder, readIn, valueOf, worked, write } from './support/knowledge'

/** Until it has read something, and then so long. */
async function indexAndKill(index: string, folder: string, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'support', 'writer.ts'), index, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('kill -9 while it indexes, again and again: in the end the index equals a fresh one', async () => {
  const folder = newFolder()
  const paragraph = (seed: number) => Array.from({ length: 60 }, (_, index) => `Line ${String(seed * 100 + index)} of the log of ship ${String(seed)}.`).join(' ')
  write(folder, Object.fromEntries(Array.from({ length: 60 }, (_, number) => [`${String(number % 7)}/${String(number)}.txt`, `${paragraph(number)}\n\n${paragraph(number + 500)}`])))
  write(folder, { 'long.txt': Array.from({ length: 1_000 }, (_, index) => paragraph(index)).join('\n\n').slice(0, 600_000), 'a.pdf': pdf([['Harbour of Kiel.']]) })
  const killed = newFolder()
  for (const afterMs of [0, 300]) await indexAndKill(killed, folder, afterMs)
  const fresh = newFolder()
  const [again, first] = [await readIn(folder, { index: killed }), await readIn(folder, { index: fresh })]
  const same = [await found(again, 'log of ship 99'), await found(first, 'log of ship 99')]
  await Promise.all([again.close(), first.close()])
  expect([same[0], contentsOf(killed)]).toEqual([same[1], contentsOf(fresh)])
}, 180_000)

test('a damaged index is thrown away, made anew, and that is said', async () => {
  const folder = newFolder()
  const place = { index: newFolder() }
  write(folder, { 'a.txt': 'Alpha keeps bees.' })
  await (await readIn(folder, place)).close()
  const path = join(place.index, 'knowledge.db')
  writeFileSync(path, Buffer.concat([Buffer.from('no database at all, whatever its name says'), readFileSync(path).subarray(100)]))
  const again = indexIn(place)
  valueOf(await again.setFolders([{ id: 'f', name: 'f', path: folder }]))
  const { rebuilt } = await worked(again)
  expect([rebuilt, await found(again, 'bees')]).toEqual([true, ['a.txt']])
})

test('damage met while it works: the call fails, and the next one begins anew', async () => {
  const folder = newFolder()
  const place = { index: newFolder() }
  write(folder, Object.fromEntries(Array.from({ length: 200 }, (_, number) => [`${String(number)}.txt`, `Note ${String(number)} about bees. ${'More of it. '.repeat(200)}`])))
  await (await readIn(folder, place)).close()
  const path = join(place.index, 'knowledge.db')
  const bytes = readFileSync(path)
  for (let page = 8; page * 4_096 < bytes.length; page += 3) bytes.fill(0xa5, page * 4_096, page * 4_096 + 2_000)
  writeFileSync(path, bytes)
  const again = indexIn(place)
  const tags = new Set<string>()
  for (let call = 0; call < 50; call += 1) {
    await again.setFolders([{ id: 'f', name: 'f', path: folder }])
    const done = await again.work()
    if (!done.ok) tags.add(done.error.tag)
    else if (done.value.idle) break
  }
  const status = await worked(again)
  expect([[...tags].every((tag) => tag === 'knowledge-damaged'), status.rebuilt, status.folders[0]?.files, (await found(again, 'bees')).length > 0]).toEqual([true, true, 200, true])
})
