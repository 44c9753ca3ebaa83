import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createFolderWatch } from '../../../src/main/knowledge/adapters/folder-watch'
import { systemTimers } from '../../../src/main/platform/adapters/system-timers'
import { contentsOf } from './support/contents'
import { found, indexIn, newFolder, readIn, states, valueOf, worked, write } from './support/knowledge'

const nothing = (): void => undefined
const quiet = { error: nothing, warn: nothing, info: nothing, debug: nothing }

test('what is changed, moved and deleted while Parley runs or was off is so in the index', async () => {
  const folder = newFolder()
  const place = { index: newFolder() }
  write(folder, { 'a.txt': 'Alpha keeps bees.', 'b.txt': 'Beta keeps goats.', 'sub/c.txt': 'Gamma keeps geese.' })
  const index = await readIn(folder, place)
  writeFileSync(join(folder, 'a.txt'), 'Alpha sold the bees and keeps trout.')
  renameSync(join(folder, 'b.txt'), join(folder, 'sub', 'beta.txt'))
  rmSync(join(folder, 'sub', 'c.txt'))
  valueOf(await index.changed('f', ['a.txt', 'b.txt', 'sub/beta.txt', 'sub/c.txt']))
  await worked(index)
  const running = [await found(index, 'trout'), await found(index, 'goats'), await found(index, 'geese')]
  await index.close()
  rmSync(join(folder, 'a.txt'))
  write(folder, { 'new.md': 'Delta keeps llamas.', 'sub/beta.txt': 'Beta sold the goats and keeps alpacas.' })
  const again = indexIn(place)
  valueOf(await again.setFolders([{ id: 'f', name: 'f', path: folder }]))
  await worked(again)
  const restarted = [await found(again, 'trout'), await found(again, 'llamas'), await found(again, 'alpacas'), await states(again)]
  await again.close()
  const { texts, orphans, indexed } = contentsOf(place.index)
  expect([running, restarted, texts.length, orphans, indexed]).toEqual([
    [['a.txt'], ['sub/beta.txt'], []],
    [[], ['new.md'], ['sub/beta.txt'], { 'new.md': 'read', 'sub/beta.txt': 'read' }],
    2, { count: 0 }, { words: 2, parts: 2, chunks: 2 },
  ])
})

test('a folder that is not there keeps what was read of it; one that is taken out of the list takes it along', async () => {
  const folder = newFolder()
  write(folder, { 'a.txt': 'Alpha keeps bees.' })
  const index = await readIn(folder)
  renameSync(folder, `${folder}-away`)
  onTestFinished(() => rmSync(`${folder}-away`, { recursive: true, force: true }))
  valueOf(await index.changed('f', null))
  const { folders } = await worked(index)
  const away = [folders[0]?.state, await found(index, 'bees')]
  valueOf(await index.setFolders([]))
  const { folders: none } = await worked(index)
  expect([away, await found(index, 'bees'), none]).toEqual([['missing', ['a.txt']], [], []])
})

test('a storm of 5,000 files is told in a few pieces, and all of it is indexed', async () => {
  const folder = newFolder()
  const index = await readIn(folder)
  let told = 0
  const stop = createFolderWatch(systemTimers, quiet).watch({ id: 'f', name: 'f', path: folder }, (paths) => {
    told += 1
    void index.changed('f', paths)
  })
  onTestFinished(stop)
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  mkdirSync(join(folder, 'storm'))
  for (let number = 0; number < 5_000; number += 1) writeFileSync(join(folder, 'storm', `${String(number)}.txt`), `Note number ${String(number)}.`)
  const enough = performance.now() + 200_000
  let files = 0
  while (files < 5_000 && performance.now() < enough) {
    const status = await worked(index)
    files = status.folders[0]?.files ?? 0
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await worked(index)
  expect([files, told <= 20, await found(index, 'number 4321')]).toEqual([5_000, true, ['storm/4321.txt']])
}, 240_000)
