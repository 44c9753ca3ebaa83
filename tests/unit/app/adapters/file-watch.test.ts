import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchFile } from '../../../../src/main/app/adapters/file-watch'

/** For a machine that does other things, too. */
const PATIENT = { timeout: 5_000 }

let folder: string
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'parley-watch-')) })
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a file written in steps, or put in the place of the old one, is told once each', async () => {
  const path = join(folder, 'settings.json')
  const told = vi.fn()
  const leave = watchFile(path, told)
  await writeFile(path, '{')
  await writeFile(path, '{}')
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1), PATIENT)
  await writeFile(join(folder, 'new'), '{"zoom":2}')
  await rename(join(folder, 'new'), path)
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2), PATIENT)
  leave()
})

test('where nothing can be watched, a start goes on without', () => {
  const told = vi.fn()
  watchFile(join(folder, 'gone', 'settings.json'), told)()
  expect(told).not.toHaveBeenCalled()
})
