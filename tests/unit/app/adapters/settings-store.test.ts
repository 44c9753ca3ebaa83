import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readEnvironmentSecrets } from '../../../../src/main/app/adapters/environment-secrets'
import { createSettingsStore } from '../../../../src/main/app/adapters/settings-store'
import { SettingsService } from '../../../../src/main/app/settings/settings-service'
import { errorWords } from '../../../../src/shared/errors/error-words'
import { defaultSettings, type Settings } from '../../../../src/shared/settings'

const NEW = defaultSettings('linux')
/** For a machine that does other things, too. */
const PATIENT = { timeout: 5_000 }
const TODAY = '2026-03-01'

let folder: string
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'parley-settings-')) })
afterEach(() => rm(folder, { recursive: true, force: true }))

const file = (name = 'settings.json') => join(folder, name)
const store = () => createSettingsStore(folder, NEW, () => TODAY)
const names = async () => (await readdir(folder)).sort()
const fields = async (path = file()): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'))
const MARK = '\uFEFF'
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('a byte-order mark', () => {
  test.each([
    ['UTF-8', Buffer.from(`${MARK}{"voice":"cedar","zoom":2}`)],
    ['UTF-16, as PowerShell writes it', Buffer.from(`${MARK}{"voice":"cedar","zoom":2}`, 'utf16le')],
    ['UTF-16, the other way round', bigEndian(`${MARK}{"voice":"cedar","zoom":2}`)],
  ])('(%s) is no part of the settings: nothing is set aside, and a change keeps the rest', async (_name, bytes) => {
    await writeFile(file(), bytes)
    const sut = store()
    const { voice, zoom } = sut.read()
    const written = sut.write({ ...sut.read(), theme: 'dark' })
    expect([sut.damaged, voice, zoom, written.ok, await names(), await fields()]).toEqual([null, 'cedar', 2, true, ['settings.json'], expect.objectContaining({ voice: 'cedar', zoom: 2, theme: 'dark' })])
  })

  test.each([
    ['UTF-8', Buffer.from(`${MARK}OPENAI_API_KEY=not-a-key\n`)],
    ['UTF-16', Buffer.from(`${MARK}OPENAI_API_KEY="not-a-key"\r\n`, 'utf16le')],
  ])('(%s) is no part of the name of a key', async (_name, bytes) => {
    await writeFile(file('.env'), bytes)
    expect(await readEnvironmentSecrets({ onStdin: false, dotEnvPath: file('.env'), unreadable: () => undefined, open: () => undefined })).toEqual({ 'wss://api.openai.com': 'not-a-key' })
  })
})

describe('a settings file that is a link', () => {
  /** Settings kept elsewhere, by way of a second link in a folder that is one, too. */
  async function linked() {
    await mkdir(file('dotfiles'))
    await writeFile(file('dotfiles/real.json'), '{"voice":"cedar","ours":{"by":"somebody"}}')
    await symlink(file('dotfiles'), file('stow'))
    await symlink('real.json', file('dotfiles/parley.json'))
    await symlink('stow/parley.json', file())
    return file('dotfiles/real.json')
  }

  test('stays one: a change is written where it leads, and what we do not know stays', async () => {
    const real = await linked()
    const sut = store()
    sut.write({ ...sut.read(), zoom: 2 })
    expect([(await lstat(file())).isSymbolicLink(), await fields(real)]).toEqual([true, expect.objectContaining({ voice: 'cedar', zoom: 2, ours: { by: 'somebody' } })])
  })

  test('is followed: an edit of what it leads to, of a link between, and of a folder are all told', async () => {
    const real = await linked()
    const sut = store()
    const told = vi.fn<(voice: string) => void>()
    const leave = sut.watch((read) => told(read.ok ? read.value.voice : read.error.tag))
    await writeFile(real, '{"voice":"ash"}')
    await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith('ash'), PATIENT)
    await writeFile(file('dotfiles/other.json'), '{"voice":"sage"}')
    await unlink(file('dotfiles/parley.json'))
    await symlink('other.json', file('dotfiles/parley.json'))
    await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith('sage'), PATIENT)
    await writeFile(file('dotfiles/other.json'), '{"voice":"verse"}')
    await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith('verse'), PATIENT)
    await mkdir(file('elsewhere'))
    await writeFile(file('elsewhere/parley.json'), '{"voice":"echo"}')
    await unlink(file('stow'))
    await symlink(file('elsewhere'), file('stow'))
    await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith('echo'), PATIENT)
    leave()
  })

  test('that leads to nothing yet is written through, once there is something to write', async () => {
    await mkdir(file('dotfiles'))
    await symlink('dotfiles/later.json', file())
    const sut = store()
    const before = await readdir(file('dotfiles'))
    sut.write({ ...sut.read(), zoom: 2 })
    expect([before, (await lstat(file())).isSymbolicLink(), await fields(file('dotfiles/later.json'))]).toEqual([[], true, expect.objectContaining({ zoom: 2 })])
  })

  test('that leads in a circle is no reason not to start, nor not to keep a change', async () => {
    await symlink('settings.json', file())
    const sut = store()
    expect([sut.read(), sut.write({ ...sut.read(), zoom: 2 }).ok]).toEqual([NEW, true])
  })
})

describe('an edit that nobody has told us of yet', () => {
  test('stays when something else is changed, and is heeded with it', async () => {
    await writeFile(file(), '{"voice":"cedar"}')
    const changed = vi.fn<() => void>()
    const service = new SettingsService(store())
    service.follow({ part: ['voice'], changed })
    await writeFile(file(), '{"voice":"ash","sleepAfterMinutes":17}')
    service.update({ theme: 'dark' })
    const wanted = { voice: 'ash', sleepAfterMinutes: 17, theme: 'dark' }
    expect([service.current, await fields(), changed.mock.calls.length]).toEqual([expect.objectContaining(wanted), expect.objectContaining(wanted), 1])
  })

  test('loses only where the same thing is changed', async () => {
    await writeFile(file(), '{"voice":"cedar"}')
    const sut = store()
    await writeFile(file(), '{"voice":"ash","zoom":2}')
    expect(sut.write({ ...sut.read(), voice: 'sage' })).toEqual({ ok: true, value: expect.objectContaining({ voice: 'sage', zoom: 2 }) })
  })

  test('in a group loses only the field that is changed', async () => {
    await writeFile(file(), JSON.stringify({ vad: NEW.vad }))
    const sut = store()
    await writeFile(file(), JSON.stringify({ vad: { ...NEW.vad, silenceMs: 900 } }))
    expect(sut.write({ ...sut.read(), vad: { ...NEW.vad, threshold: 0.1 } })).toEqual({ ok: true, value: { ...NEW, onboarding: 'done', vad: { ...NEW.vad, silenceMs: 900, threshold: 0.1 } } })
  })

  test('that cannot be read is set aside whole, and what was in force goes on', async () => {
    await writeFile(file(), '{"voice":"cedar"}')
    const sut = store()
    await writeFile(file(), '{"voice":"ash",')
    sut.write({ ...sut.read(), zoom: 2 })
    expect([await names(), await readFile(file(`settings.damaged-${TODAY}.json`), 'utf8'), await fields()]).toEqual([
      [`settings.damaged-${TODAY}.json`, 'settings.json'], '{"voice":"ash",', expect.objectContaining({ voice: 'cedar', zoom: 2 }),
    ])
  })

  test('that took the file away leaves what was in force', async () => {
    await writeFile(file(), '{"voice":"cedar"}')
    const sut = store()
    await unlink(file())
    sut.write({ ...sut.read(), zoom: 2 })
    expect(await fields()).toEqual(expect.objectContaining({ voice: 'cedar', zoom: 2 }))
  })
})

test('nothing is written at a start, whatever is missing from the file', async () => {
  const fresh = store()
  const [before, first] = [await names(), fresh.read()]
  await writeFile(file(), '{"voice":"cedar"}')
  const old: Settings = store().read()
  expect([before, first, old.onboarding, await readFile(file(), 'utf8')]).toEqual([[], NEW, 'done', '{"voice":"cedar"}'])
})

test('a change that cannot be written is told as that, and nothing counts as changed', async () => {
  await rm(folder, { recursive: true })
  await writeFile(folder, 'a file where the folder should be')
  const sut = store()
  const written = sut.write({ ...sut.read(), theme: 'dark' })
  expect([sut.damaged, written.ok ? written.value : written.error.tag, sut.read().theme]).toEqual([null, 'settings-write', NEW.theme])
  expect(errorWords('settings-write')).not.toMatch(/set aside|could not be read/)
})

describe('a server that somebody had chosen before Parley asked', () => {
  const chosen = JSON.stringify({ endpoint: { kind: 'custom', url: 'wss://old.example:8443/v1' } })

  test('counts as confirmed at the start', async () => {
    await writeFile(file(), chosen)
    expect(store().read().confirmedServers).toEqual(['wss://old.example:8443'])
  })

  test('does not when the file is edited while Parley runs', async () => {
    await writeFile(file(), '{}')
    const sut = store()
    const heeded: Settings[] = []
    const unwatch = sut.watch((read) => void (read.ok && heeded.push(read.value)))
    await writeFile(file(), chosen)
    await vi.waitFor(() => expect(heeded.at(-1)?.endpoint.kind).toBe('custom'), PATIENT)
    unwatch()
    expect(heeded.at(-1)?.confirmedServers).toEqual([])
  })
})

test('a file that cannot be read is told once, though its rights change meanwhile; and again once it is written anew', async () => {
  await writeFile(file(), '{}')
  const told: string[] = []
  const unwatch = store().watch((read) => void told.push(read.ok ? 'read' : read.error.tag))
  await writeFile(file(), '{ "model": "half a')
  await vi.waitFor(() => expect(told).toEqual(['settings-edit']), PATIENT)
  await chmod(file(), 0o600)
  await new Promise((resolve) => setTimeout(resolve, 500)) // longer than the watcher waits
  const meanwhile = [...told]
  await writeFile(file(), '{ "model": "half a m')
  await vi.waitFor(() => expect(told).toHaveLength(2), PATIENT)
  unwatch()
  expect(meanwhile).toEqual(['settings-edit'])
})
