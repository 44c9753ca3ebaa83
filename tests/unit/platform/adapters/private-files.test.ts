import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { duckedFile } from '../../../../src/main/sound/adapters/ducked-file'
import { closeAllToOthers, makePrivateFolder } from '../../../../src/main/platform/adapters/private-files'
import { createRotatingFile } from '../../../../src/main/platform/adapters/rotating-file'
import { createSettingsStore } from '../../../../src/main/app/adapters/settings-store'
import { createTraceFile } from '../../../../src/main/platform/adapters/trace-file'
import { folderFault } from '../../../../src/main/app/adapters/start-failure'
import { defaultSettings } from '../../../../src/shared/settings'
import { FakeTimers } from '../../../fakes/fake-timers'

let root: string
let umask: number
beforeEach(() => {
  umask = process.umask(0) // whatever is not asked for would be open to everybody
  root = mkdtempSync(join(tmpdir(), 'parley-modes-'))
})
afterEach(() => {
  process.umask(umask)
  rmSync(root, { recursive: true, force: true })
})

const at = (...names: readonly string[]) => join(root, ...names)
const modesOf = (...paths: readonly string[]) => paths.map((path) => (statSync(path).mode & 0o7777).toString(8))
const trace = (folder: string) => createTraceFile(folder, new FakeTimers(), true, (text) => text)
const written = (path: string) => vi.waitFor(() => expect(existsSync(path)).toBe(true))

function openFolder(path: string, files: readonly string[] = []): string {
  mkdirSync(path, { mode: 0o755 })
  for (const file of files) writeFileSync(join(path, file), 'old', { mode: 0o644 })
  return path
}

test('log, settings, what was lowered and their folder are made for their person only', () => {
  const folder = at('parley')
  expect(folderFault(folder)).toBe(null)
  createRotatingFile(join(folder, 'logs'), 'parley').append('a line')
  duckedFile(join(folder, 'lowered.json')).write([{ index: 1, program: 'player', had: [1], set: [1] }])
  createSettingsStore(folder, defaultSettings('linux'), () => '2026-03-01').write({ ...defaultSettings('linux'), instructions: 'a diary' })
  expect(modesOf(folder, join(folder, 'logs'), join(folder, 'logs', 'parley.log'), join(folder, 'lowered.json'), join(folder, 'settings.json'))).toEqual(['700', '700', '600', '600', '600'])
})

test('what an earlier version left open is closed as it is opened, and nothing of it is lost', () => {
  const folder = openFolder(at('parley'), ['lowered.json', 'settings.json'])
  const logs = openFolder(at('parley', 'logs'), ['parley.log'])
  writeFileSync(join(folder, 'settings.json'), '{"instructions":"a diary"}')
  expect(folderFault(folder)).toBe(null)
  createRotatingFile(logs, 'parley').append('a line')
  duckedFile(join(folder, 'lowered.json'))
  const store = createSettingsStore(folder, defaultSettings('linux'), () => '2026-03-01')
  expect([store.read().instructions, readFileSync(join(logs, 'parley.log'), 'utf8')]).toEqual(['a diary', 'olda line\n'])
  expect(modesOf(folder, logs, join(logs, 'parley.log'), join(folder, 'lowered.json'), join(folder, 'settings.json'))).toEqual(['700', '700', '600', '600', '600'])
})

test('settings that a link leads to are closed where they are; the link stays', () => {
  openFolder(at('dotfiles'), [])
  writeFileSync(at('dotfiles', 'parley.json'), '{}', { mode: 0o644 })
  openFolder(at('parley'))
  symlinkSync(at('dotfiles', 'parley.json'), at('parley', 'settings.json'))
  createSettingsStore(at('parley'), defaultSettings('linux'), () => '2026-03-01')
  expect(modesOf(at('dotfiles'), at('dotfiles', 'parley.json'))).toEqual(['755', '600'])
})

test('a trace is for its person only, also in a folder that an older trace left open', async () => {
  for (const [name, files] of [['new', null], ['old', ['wire.jsonl', 'marks.jsonl', 'sent.pcm']]] as const) {
    const folder = at(name)
    if (files !== null) openFolder(folder, files)
    trace(folder)
    await written(join(folder, 'sent.pcm'))
    await written(join(folder, 'wire.jsonl'))
    await written(join(folder, 'marks.jsonl'))
    expect(modesOf(folder, join(folder, 'wire.jsonl'), join(folder, 'marks.jsonl'), join(folder, 'sent.pcm'))).toEqual(['700', '600', '600', '600'])
  }
})

test('the voice of an older trace is closed even if this one has none, and a folder of somebody else is left as it is', async () => {
  const folder = openFolder(at('mine'), ['sent.pcm', 'notes.txt'])
  createTraceFile(folder, new FakeTimers(), false, (text) => text)
  await written(join(folder, 'wire.jsonl'))
  expect(modesOf(folder, join(folder, 'sent.pcm'), join(folder, 'notes.txt'), join(folder, 'wire.jsonl'))).toEqual(['755', '600', '644', '600'])
})

test('a trace does not write through a link that waits for it', async () => {
  openFolder(at('trap'), ['diary'])
  symlinkSync(at('trap', 'diary'), at('trap', 'wire.jsonl'))
  const file = trace(at('trap'))
  file.serverText('{"type":"a"}')
  await vi.waitFor(() => expect(readFileSync(at('trap', 'wire.jsonl'), 'utf8')).toContain('"a"'))
  expect(readFileSync(at('trap', 'diary'), 'utf8')).toBe('old')
})

test('everything below our folder is closed; what a link leads to, and a folder for everybody, are not', async () => {
  const folder = openFolder(at('parley'), ['settings.damaged-2026-03-01.json'])
  openFolder(join(folder, 'history'), ['history.db'])
  openFolder(join(folder, 'history', 'audio'), ['1.flac'])
  openFolder(at('elsewhere'), ['book'])
  symlinkSync(at('elsewhere'), join(folder, 'link'))
  openFolder(at('everybody'))
  chmodSync(at('everybody'), 0o1777)
  await closeAllToOthers(folder)
  makePrivateFolder(at('everybody'))
  const [own, foreign] = [
    modesOf(folder, join(folder, 'settings.damaged-2026-03-01.json'), join(folder, 'history', 'history.db'), join(folder, 'history', 'audio'), join(folder, 'history', 'audio', '1.flac')),
    modesOf(at('elsewhere'), at('elsewhere', 'book'), at('everybody')),
  ]
  expect({ own, foreign }).toEqual({ own: ['700', '600', '600', '700', '600'], foreign: ['755', '644', '1777'] })
})

test('a folder that is not there, or a link in a circle, is no reason to fail', async () => {
  symlinkSync(at('circle'), at('circle'))
  await expect(Promise.all([closeAllToOthers(at('nowhere')), closeAllToOthers(at('circle'))])).resolves.toEqual([undefined, undefined])
})
