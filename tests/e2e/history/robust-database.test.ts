import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, type TestContext } from 'vitest'
import { startApp, type App } from '../support/app/app'
import { databaseFile, historyFolder, readHistory, storedItems, untilHistory } from '../support/history/history-db'
import { lockHistory, mountSmallDisk } from '../support/talk/mishaps'
import { startRig, type Rig } from '../support/sound/rig'
import { seedTalks } from '../support/history/seeded-history'
import { ask } from '../support/talk/typed-talk'
import { until } from '../support/app/until'

// The history cannot be had: the person is told once, the talk goes on, and nothing of it is lost.

/** Attempts follow after 1, 2, 4 … s. */
const WRITTEN_AGAIN_MS = 20_000

let rig: Rig
let app: App
beforeAll(async () => { rig = await startRig() })
afterEach(async () => { await app.close() })
afterAll(async () => { await rig.stop() })

const told = () => app.trace.marks('notice').map(({ tag }) => tag)
const untilTold = (tag: string) => app.trace.until(`the word ${tag}`, (mark) => mark.name === 'notice' && mark['tag'] === tag)
const written = () => readHistory(app.userData, storedItems).filter(({ role }) => role === 'user').map(({ text }) => text)
const untilWritten = (texts: readonly string[]) =>
  until(`${texts.join(', ')} in the database`, () => Promise.resolve().then(() => texts.every((text) => written().includes(text))).catch(() => false), WRITTEN_AGAIN_MS)

test('the disk is full: one sentence, the conversation goes on, and with room again all of it is written', async ({ skip }: TestContext) => {
  const userData = join(rig.folder, 'full')
  const disk = mountSmallDisk(userData)
  if (disk === null) {
    app = await startApp(rig, { ready: false })
    return skip('only root can mount a small disk')
  }
  try {
    app = await startApp(rig, { userData })
    await untilHistory(userData)
    await ask(app, 'There is room')
    await untilWritten(['There is room'])
    disk.fill()
    await ask(app, 'There is none')
    await untilTold('history-full')
    await ask(app, 'Still none')
    const during = written()
    disk.free()
    await untilWritten(['There is none', 'Still none'])
    expect({ during, after: written(), told: told() }).toEqual({
      during: ['There is room'],
      after: ['There is room', 'There is none', 'Still none'],
      told: ['history-full'],
    })
    await app.close()
  } finally {
    disk.unmount()
  }
})

test('another program holds the database, at the start and in the middle of a conversation: the same', async () => {
  const userData = join(rig.folder, 'locked')
  await seedTalks(userData, [{ id: 'old', texts: ['Old'], at: Date.now() }])
  const open = lockHistory(userData, 'whole')
  app = await startApp(rig, { userData })
  await untilTold('history-locked')
  await ask(app, 'Locked out')
  open()
  await untilWritten(['Locked out'])
  const again = lockHistory(userData, 'writing')
  await ask(app, 'Locked again')
  await until('two words', () => Promise.resolve(told().length === 2))
  again()
  await untilWritten(['Locked again'])
  expect({ told: told(), written: written() }).toEqual({ told: ['history-locked', 'history-locked'], written: ['Old', 'Locked out', 'Locked again'] })
})

/** Every way there is: tests/integration/history/damage.test.ts. */
const DAMAGES: readonly (readonly [string, (file: string) => void])[] = [
  ['a text file', (file) => writeFileSync(file, 'Dear diary,\n'.repeat(2_000))],
  ['a page of noise in the middle, after a crash', (file) => {
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0xa5, 4_096 * 3, 4_096 * 5))
    writeFileSync(join(file, '..', 'history.suspect'), '')
  }],
]

test.each(DAMAGES)('the database is %s: set aside whole, told, and the conversation is written into a new one', async (what, damage) => {
  const userData = join(rig.folder, what)
  mkdirSync(userData)
  await seedTalks(userData, [{ id: 'old', texts: ['Old'], at: Date.now() }])
  damage(databaseFile(userData))
  const damaged = readFileSync(databaseFile(userData))
  app = await startApp(rig, { userData })
  await untilTold('history-damaged')
  await ask(app, 'New')
  await untilWritten(['New'])
  const aside = readdirSync(historyFolder(userData)).filter((name) => /^history\.damaged-\d{4}-\d\d-\d\d\.db$/.test(name))
  const kept = aside.map((name) => readFileSync(join(historyFolder(userData), name)).equals(damaged))
  expect({ told: told(), kept, written: written() }).toEqual({ told: ['history-damaged'], kept: [true], written: ['New'] })
})
