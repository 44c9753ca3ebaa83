import { cpSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { settingsPage } from '../support/app/settings-page'
import { type Rig, startRig } from '../support/sound/rig'

/** Files as other programs write and place them. */
const ROOT = join(import.meta.dirname, '..', '..', '..')
const BYTE_ORDER_MARK = '\uFEFF'

let rig: Rig
let app: App
let real: string
beforeAll(async () => {
  rig = await startRig()
  const [userData, root, dotfiles] = [join(rig.folder, 'linked'), join(rig.folder, 'root'), join(rig.folder, 'dotfiles')]
  for (const folder of [userData, root, dotfiles]) mkdirSync(folder)
  for (const name of ['out', 'resources', 'package.json']) cpSync(join(ROOT, name), join(root, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  writeFileSync(join(root, '.env'), `${BYTE_ORDER_MARK}OPENAI_API_KEY=not-a-key\n`, { mode: 0o600 })
  real = join(dotfiles, 'parley.json')
  writeFileSync(real, `${BYTE_ORDER_MARK}${JSON.stringify({ onboarding: 'done', theme: 'dark', voice: 'cedar' })}`)
  symlinkSync(real, join(userData, 'settings.json'))
  app = await startApp(rig, { userData, root })
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})

const written = (): unknown => JSON.parse(readFileSync(real, 'utf8').replace(BYTE_ORDER_MARK, ''))
const isDark = () => app.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)

test('settings behind a link, with a byte-order mark: they count, an edit of the file itself is heeded, and a change by hand keeps the edit and the link', async () => {
  const begun = { dark: await isDark(), voice: (await app.view()).settings.voice, notices: app.trace.marks('notice') }
  writeFileSync(real, `${BYTE_ORDER_MARK}${JSON.stringify({ onboarding: 'done', theme: 'light', voice: 'cedar', ours: 'kept' })}`)
  await eventually(isDark).toBe(false)
  const page = await settingsPage(app)
  await page.getByTestId('theme-dark').click()
  await eventually(isDark).toBe(true)
  await eventually(written).toMatchObject({ theme: 'dark', voice: 'cedar', ours: 'kept' })
  expect({ ...begun, link: lstatSync(join(app.userData, 'settings.json')).isSymbolicLink() }).toEqual({ dark: true, voice: 'cedar', notices: [], link: true })
})

/** No name leads anywhere: the key is none, and nobody is to be asked about it. */
const noNames = () =>
  app.electron.evaluate(() => {
    Object.assign(process.getBuiltinModule('node:dns'), {
      lookup: (...args: readonly unknown[]) => {
        const done = args.at(-1)
        if (typeof done === 'function') setImmediate(() => Reflect.apply(done, null, [Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })]))
      },
    })
  })

test('a key in an .env file with a byte-order mark is found', async () => {
  await noNames()
  writeFileSync(real, JSON.stringify({ onboarding: 'done', endpoint: { kind: 'openai' } }))
  await eventually(async () => (await app.view()).endpointName).toBe('OpenAI')
  const page = await settingsPage(app, 'connection')
  await eventually(() => page.getByTestId('secret-place').innerText()).toMatch(/^API key for OpenAI\s+From the environment/)
})
