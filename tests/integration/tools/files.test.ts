import { execFileSync } from 'node:child_process'
import { link, mkdir, mkdtemp, readdir, readFile, realpath, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { filePaths } from '../../../src/main/tools/adapters/file-paths'
import { notesFolder } from '../../../src/main/tools/adapters/notes-folder'

let root = ''
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'parley-files-')))
})

const notes = () => notesFolder({ standard: () => join(root, 'deep', 'Notes'), chosen: () => null })
const text = (file: string) => readFile(join(root, 'deep', 'Notes', file), 'utf8')
const out = (file: string, words: string) => ({ folder: join(root, 'deep', 'Notes'), file, text: words })
const NOT_WRITTEN = { ok: false, error: 'The note could not be written; look at the folder and at the space on the disk.' }

test('a note is appended, only for its owner to read, and taken out exactly', async () => {
  const sut = notes()
  const written = [await sut.append('A.md', 'one\n'), await sut.append('A.md', 'two\n'), await sut.append('A.md', 'three\n')]
  const mode = ((await stat(join(root, 'deep', 'Notes', 'A.md'))).mode & 0o777).toString(8)
  const taken = await sut.takeOut(out('A.md', 'two\n'))
  expect({ written, mode, out: taken, again: await sut.takeOut(out('A.md', 'two\n')), text: await text('A.md') }).toEqual({ written: Array(3).fill({ ok: true, value: join(root, 'deep', 'Notes') }), mode: '600', out: true, again: false, text: 'one\nthree\n' })
})

test('whatever is in the file besides is the same bytes behind it, and what lies beside it stays', async () => {
  const sut = notes()
  const theirs = Buffer.from([0x47, 0x72, 0xf6, 0xdf, 0x65, 0x0a, 0xff, 0xfe]) // not UTF-8
  await mkdir(join(root, 'deep', 'Notes'), { recursive: true })
  await writeFile(join(root, 'deep', 'Notes', 'A.md'), theirs, { mode: 0o640 })
  await writeFile(join(root, 'deep', 'Notes', 'A.md.new'), 'their own')
  await sut.append('A.md', 'one\n')
  const taken = await sut.takeOut(out('A.md', 'one\n'))
  const { mode } = await stat(join(root, 'deep', 'Notes', 'A.md'))
  expect({ taken, bytes: await readFile(join(root, 'deep', 'Notes', 'A.md')), mode: mode & 0o777, beside: await text('A.md.new'), files: (await readdir(join(root, 'deep', 'Notes'))).sort() }).toEqual({ taken: true, bytes: theirs, mode: 0o640, beside: 'their own', files: ['A.md', 'A.md.new'] })
})

test('a note that is written while another is taken out is lost by neither', async () => {
  const sut = notes()
  await sut.append('A.md', 'first\n')
  for (let at = 0; at < 20; at += 1) {
    await sut.append('A.md', `old ${String(at)}\n`)
    await Promise.all([sut.takeOut(out('A.md', `old ${String(at)}\n`)), sut.append('A.md', `new ${String(at)}\n`)])
  }
  expect(await text('A.md')).toBe(`first\n${Array.from({ length: 20 }, (_, at) => `new ${String(at)}\n`).join('')}`)
})

test('a pipe is no note, and nobody waits for its other end', async () => {
  await mkdir(join(root, 'deep', 'Notes'), { recursive: true })
  execFileSync('mkfifo', [join(root, 'deep', 'Notes', 'A.md')])
  const sut = notes()
  expect([await sut.append('A.md', 'x'), await sut.takeOut(out('A.md', 'x'))]).toEqual([NOT_WRITTEN, false])
})

test('a disk that is full in the middle of a note keeps no half of it', async () => {
  const sut = notes()
  await sut.append('A.md', 'one\n')
  const most = (bytes: string) => execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`])
  most('1000')
  const written = await sut.append('A.md', 'x'.repeat(2_000)).finally(() => most('unlimited'))
  expect([written, await text('A.md')]).toEqual([NOT_WRITTEN, 'one\n'])
})

test('what stands there twice is not taken out; what was all of it takes its file along', async () => {
  const sut = notes()
  await sut.append('A.md', 'xx')
  await sut.append('B.md', 'all')
  expect([await sut.takeOut(out('A.md', 'x')), await text('A.md'), await sut.takeOut(out('B.md', 'all')), await sut.takeOut(out('B.md', 'all'))]).toEqual([false, 'xx', true, false])
})

test('neither a link, nor a second name, nor a folder is a note', async () => {
  const folder = join(root, 'deep', 'Notes')
  await mkdir(join(folder, 'C.md'), { recursive: true })
  await writeFile(join(root, 'secret'), 'secret')
  await symlink(join(root, 'secret'), join(folder, 'A.md'))
  await link(join(root, 'secret'), join(folder, 'B.md'))
  const sut = notes()
  const written = [await sut.append('A.md', 'x'), await sut.append('B.md', 'x'), await sut.append('C.md', 'x')]
  expect({ written, out: [await sut.takeOut(out('A.md', 'secret')), await sut.takeOut(out('B.md', 'secret'))], secret: await readFile(join(root, 'secret'), 'utf8') }).toEqual({ written: [NOT_WRITTEN, NOT_WRITTEN, NOT_WRITTEN], out: [false, false], secret: 'secret' })
})

test('a note has an end, and a folder that cannot be made is told', async () => {
  await mkdir(join(root, 'deep', 'Notes'), { recursive: true })
  await writeFile(join(root, 'deep', 'Notes', 'A.md'), 'x'.repeat(5_000_000))
  await writeFile(join(root, 'file'), '')
  expect([await notes().append('A.md', 'x'), await notesFolder({ standard: () => join(root, 'file', 'Notes'), chosen: () => null }).append('A.md', 'x')]).toEqual([{ ok: false, error: 'This note is full; choose another title.' }, NOT_WRITTEN])
})

test('a folder that was chosen gets the notes; one that is gone is told in a sentence and not made anew; the standard one comes back', async () => {
  const chosen = { path: join(root, 'mine') as string | null }
  await mkdir(join(root, 'mine'))
  const sut = notesFolder({ standard: () => join(root, 'deep', 'Notes'), chosen: () => chosen.path })
  const first = await sut.append('A.md', 'mine\n')
  chosen.path = join(root, 'unplugged')
  const gone = await sut.append('A.md', 'x')
  const made = await stat(join(root, 'unplugged')).then(() => true, () => false)
  chosen.path = join(root, 'mine', 'A.md') // a file now
  const file = await sut.append('A.md', 'x')
  chosen.path = null
  await sut.append('A.md', 'standard\n')
  const error = 'The folder chosen for notes is not there any more. Choose another one in Settings, Tools, or plug in its disk.'
  expect({ first: first.ok, gone, made, file, texts: [await readFile(join(root, 'mine', 'A.md'), 'utf8'), await text('A.md')] }).toEqual({
    first: true, gone: { ok: false, error }, made: false, file: { ok: false, error }, texts: ['mine\n', 'standard\n'],
  })
})

test('a path is what stands behind its links', async () => {
  await writeFile(join(root, 'run.sh'), '')
  await symlink(join(root, 'run.sh'), join(root, 'photo.jpg'))
  await symlink(root, join(root, 'here'))
  await symlink(join(root, 'gone'), join(root, 'broken.pdf'))
  expect(await Promise.all([join(root, 'photo.jpg'), join(root, 'here', 'here'), join(root, 'broken.pdf'), '/dev/null', 'run.sh', join(root, 'nothing')].map((path) => filePaths.find(path)))).toEqual([
    { path: join(root, 'run.sh'), name: 'run.sh', kind: 'file' },
    { path: root, name: root.split('/').at(-1), kind: 'folder' },
    null,
    { path: '/dev/null', name: 'null', kind: 'other' },
    null,
    null,
  ])
})
