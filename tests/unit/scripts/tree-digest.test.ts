import { appendFile, mkdtemp, mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { treeDigest, treeStamp } from '../../../scripts/lib/tree-digest.mjs'

const counts = (name: string) => !name.startsWith('ours/')
let folder: string
const at = (name: string) => join(folder, name)
const both = async () => ({ digest: await treeDigest(folder, counts), stamp: await treeStamp(folder, counts) })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-tree-'))
  for (const name of ['sub', 'ours']) await mkdir(at(name))
  await writeFile(at('a'), 'one')
  await writeFile(at('sub/b'), 'two')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test.each([
  ['written to', () => appendFile(at('a'), 'x')],
  ['replaced by one of the same length', () => writeFile(at('a'), 'eno')],
  ['renamed', () => rename(at('a'), at('c'))],
  ['removed', () => rm(at('sub/b'))],
  ['added', () => writeFile(at('sub/c'), '')],
  ['linked elsewhere', () => symlink('/etc/hostname', at('sub/link'))],
])('a file that was %s is seen by both', async (_, change) => {
  const before = await both()
  await change()
  const after = await both()
  expect({ digest: after.digest !== before.digest, stamp: after.stamp !== before.stamp }).toEqual({ digest: true, stamp: true })
})

test('a date that was set back hides nothing', async () => {
  await utimes(at('a'), 1, 1)
  const before = await treeStamp(folder, counts)
  await writeFile(at('a'), 'eno')
  await utimes(at('a'), 1, 1)
  expect(await treeStamp(folder, counts)).not.toBe(before)
})

test('what is left out counts for neither', async () => {
  const before = await both()
  await writeFile(at('ours/x'), 'x')
  expect(await both()).toEqual(before)
})
