import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { SettingsPatch } from '../../../../src/shared/settings'
import type { App } from './app'

const HEEDED_WITHIN_MS = 15_000

/** As a person does it who edits the file while Parley runs; resolves when that is heeded. The panel has no such method. */
export async function changeSettings(app: Pick<App, 'userData' | 'view'>, patch: SettingsPatch): Promise<void> {
  const file = join(app.userData, 'settings.json')
  const kept: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  writeFileSync(`${file}.edited`, JSON.stringify({ ...(typeof kept === 'object' ? kept : {}), ...patch }))
  renameSync(`${file}.edited`, file)
  for (const end = Date.now() + HEEDED_WITHIN_MS; ; await delay(20)) {
    const settings: Readonly<Record<string, unknown>> = (await app.view()).settings
    if (Object.entries(patch).every(([field, value]) => isDeepStrictEqual(settings[field], value))) return
    if (Date.now() > end) throw new Error(`The app did not heed ${JSON.stringify(patch)}.`)
  }
}
