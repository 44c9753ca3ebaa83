import { link, mkdir, mkdtemp, readFile, realpath, stat, symlink, writeFile } from 'node:fs/promises'
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
const NOT_WRITTEN = { ok: false, error: 'The note could not be written; look at the folder and at the space on the disk.' }

test('a note is appended, only for its owner to read, and taken out exactly', async () => {
  const sut = notes()
  const written = [await sut.append('A.md', 'one\n'), await sut.append('A.md', 'two\n'), await sut.append('A.md', 'three\n')]
  const mode = ((await stat(join(root, 'deep', 'Notes', 'A.md'))).mode & 0o777).toString(8)
  const out = await sut.takeOut('A.md', 'two\n')
  expect({ written, mode, out, again: await sut.takeOut('A.md', 'two\n'), text: await text('A.md') }).toEqual({ written: Array(3).fill({ ok: true, value: null }), mode: '600', out: true, again: false, text: 'one\nthree\n' })
})

test('what stands there twice is not taken out; what was all of it takes its file along', async () => {
  const sut = notes()
  await sut.append('A.md', 'xx')
  await sut.append('B.md', 'all')
  expect([await sut.takeOut('A.md', 'x'), await text('A.md'), await sut.takeOut('B.md', 'all'), await sut.takeOut('B.md', 'all')]).toEqual([false, 'xx', true, false])
})

test('neither a link, nor a second name, nor a folder is a note', async () => {
  const folder = join(root, 'deep', 'Notes')
  await mkdir(join(folder, 'C.md'), { recursive: true })
  await writeFile(join(root, 'secret'), 'secret')
  await symlink(join(root, 'secret'), join(folder, 'A.md'))
  await link(join(root, 'secret'), join(folder, 'B.md'))
  const sut = notes()
  const written = [await sut.append('A.md', 'x'), await sut.append('B.md', 'x'), await sut.append('C.md', 'x')]
  expect({ written, out: [await sut.takeOut('A.md', 'secret'), await sut.takeOut('B.md', 'secret')], secret: await readFile(join(root, 'secret'), 'utf8') }).toEqual({ written: [NOT_WRITTEN, NOT_WRITTEN, NOT_WRITTEN], out: [false, false], secret: 'secret' })
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
