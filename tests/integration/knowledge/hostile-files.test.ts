import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bomb, docx, pdf } from '../../support/knowledge/documents'
import { found, newFolder, readIn, states, valueOf, worked, write } from './support/knowledge'

test('bombs, endless pages, links out, our own data and what the person leaves out cost nothing but themselves', async () => {
  const folder = newFolder()
  const outside = newFolder()
  write(outside, { 'secret.txt': 'The vault opens with tulip.', 'own/history.txt': 'Our own tulip.' })
  write(folder, {
    'bomb.docx': bomb(101, false),
    'liar.docx': bomb(101, true),
    'endless.pdf': pdf(Array.from({ length: 10_000 }, (_, index) => [`Page ${String(index)}.`])),
    'fine.docx': docx(['Tulips need little water.']),
    '.parleyignore': 'drafts/\n*.csv\n',
    'drafts/a.txt': 'A tulip draft.',
    'list.csv': 'tulip,1',
    'own/history.txt': 'Our own tulip.',
  })
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'))
  symlinkSync(outside, join(folder, 'linked'))
  symlinkSync(join(folder, 'fine.docx'), join(folder, 'again.docx'))
  const big = join(folder, 'big.txt')
  writeFileSync(big, 'x')
  truncateSync(big, 51_000_000)
  const index = await readIn(folder, { own: [join(folder, 'own')] })
  const { 'endless.pdf': endless, ...others } = await states(index)
  // On a busy machine its time may be over before its pages are.
  expect([endless?.startsWith('partly: too-'), others, await found(index, 'tulip'), (await found(index, 'Page'))[0]?.startsWith('endless.pdf#')]).toEqual([
    true,
    {
      'big.txt': 'unread: too-large', 'bomb.docx': 'unread: unpacks-too-large', 'fine.docx': 'read',
      'liar.docx': 'unread: unpacks-too-large', 'link.txt': 'unread: leads-out', linked: 'unread: leads-out',
    },
    ['fine.docx'],
    true,
  ])
}, 120_000)

test('a file whose bytes lie elsewhere is not fetched', async () => {
  const folder = newFolder()
  const path = join(folder, 'cloud.txt')
  writeFileSync(path, '')
  truncateSync(path, 100_000)
  expect(await states(await readIn(folder))).toEqual({ 'cloud.txt': 'unread: not-here' })
})

test('a parser that hangs or bursts costs its own file only', async () => {
  const folder = newFolder()
  write(folder, { 'a.txt': 'HANG', 'b.txt': 'BURST', 'c.txt': 'A calm file.' })
  const index = await readIn(folder, { reader: new URL('./support/odd-reader.mjs', import.meta.url), hardMs: 15_000 })
  expect(await states(index)).toEqual({ 'a.txt': 'unread: too-slow', 'b.txt': 'unread: out-of-memory', 'c.txt': 'read' })
}, 120_000)

test('a folder that is a link now is not followed out, by whatever path the file is asked for', async () => {
  const folder = newFolder()
  const outside = newFolder()
  write(folder, { 'sub/a.txt': 'Inside stands a lamp.' })
  write(outside, { 'b.txt': 'Outside stands a lamp.' })
  const index = await readIn(folder)
  symlinkSync(outside, join(folder, 'out'))
  valueOf(await index.changed('f', ['out/b.txt', '../etc/passwd', 'out/../../x']))
  await worked(index)
  expect([await states(index), valueOf(await index.locate('f', 'sub/a.txt'))?.endsWith(join('sub', 'a.txt')), valueOf(await index.locate('f', 'out/b.txt'))]).toEqual([{ out: 'unread: leads-out', 'sub/a.txt': 'read' }, true, null])
})

test('a file that changes while it is read is read again later, as it is then', async () => {
  const folder = newFolder()
  const path = join(folder, 'growing.txt')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, `${'word '.repeat(8_000_000)}`)
  let ended = false
  const index = readIn(folder).finally(() => (ended = true))
  while (!ended) {
    const now = new Date()
    utimesSync(path, now, now)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  const seen = await states(await index)
  writeFileSync(path, 'At last it says crocus.')
  valueOf(await (await index).changed('f', ['growing.txt']))
  await worked(await index)
  expect([seen, await states(await index), await found(await index, 'crocus')]).toEqual([{ 'growing.txt': 'unread: changing' }, { 'growing.txt': 'read' }, ['growing.txt']])
}, 120_000)

test('a list of what is left out that is a pipe, has no end, or is made to be slow holds nothing up', async () => {
  const folder = newFolder()
  const deep = `slow/${'a/'.repeat(30)}b.txt`
  write(folder, { 'pipe/a.txt': 'A tulip.', 'zero/b.txt': 'A tulip.', [deep]: 'A tulip.', 'slow/.parleyignore': `${'a/**/'.repeat(12)}c\n`, 'fine/c.txt': 'A tulip.', 'fine/d.txt': 'A tulip.', 'fine/list': 'd.txt' })
  execFileSync('mkfifo', [join(folder, 'pipe/.parleyignore')])
  symlinkSync('/dev/zero', join(folder, 'zero/.parleyignore'))
  symlinkSync(join(folder, 'fine/list'), join(folder, 'fine/.parleyignore'))
  const index = await readIn(folder)
  // What somebody wanted to have left out is not known, so nothing there is read.
  expect(Object.keys(await states(index))).toEqual(['fine/c.txt', 'fine/list'])
}, 30_000)

test.each<readonly [string, string | Buffer]>([
  ['with a line of stars in a comment', '# Mine\n# **********************\ndrafts/\n'],
  ['in UTF-16, as a shell of Windows writes it', Buffer.from('\ufeffdrafts/\r\n', 'utf16le')],
  ['behind a byte-order mark', '\ufeffdrafts/\n'],
])('a list of what is left out %s is heeded', async (_what, list) => {
  const folder = newFolder()
  write(folder, { '.parleyignore': list, 'drafts/a.txt': 'A tulip.', 'b.txt': 'A rose.' })
  expect(Object.keys(await states(await readIn(folder)))).toEqual(['b.txt'])
})

test.skipIf(process.platform === 'win32')('a file that is swapped for a link is not opened under its name', async () => {
  const folder = newFolder()
  write(folder, { 'notes.md': 'The lamp stands here.', 'run.sh': '#!/bin/sh\n', 'other.md': 'Another lamp.' })
  const index = await readIn(folder)
  const before = valueOf(await index.locate('f', 'notes.md'))
  rmSync(join(folder, 'notes.md'))
  symlinkSync(join(folder, 'run.sh'), join(folder, 'notes.md'))
  const swapped = valueOf(await index.locate('f', 'notes.md'))
  expect([before?.endsWith('notes.md'), swapped]).toEqual([true, null])
})
