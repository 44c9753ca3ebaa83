import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pactl } from '../../src/main/adapters/pactl'

let folder: string
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'parley-pactl-')) })
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Something else by the name of the tool. */
async function standIn(script: string): Promise<NodeJS.ProcessEnv> {
  const file = join(folder, 'pactl')
  await writeFile(file, `#!/bin/sh\n${script}\n`)
  await chmod(file, 0o755)
  return { PATH: `${folder}:/usr/bin:/bin`, HOME: folder, PULSE_SERVER: 'unix:/nowhere' }
}

test('the tool learns how to find the sound server, and nothing else', async () => {
  const env = await standIn('env')
  const said = await pactl(['info'], { ...env, OPENAI_API_KEY: 'not for you', PARLEY_ANYTHING: 'neither' })
  const names = (said ?? '').split('\n').map((line) => line.split('=')[0]).filter((name) => name !== '' && !['PWD', 'SHLVL', '_', 'OLDPWD'].includes(name ?? ''))
  expect(names.sort()).toEqual(['HOME', 'LC_ALL', 'PATH', 'PULSE_SERVER'])
})

test('a tool that fails, or is not there, gives nothing', async () => {
  const failing = await standIn('exit 1')
  expect([await pactl(['info'], failing), await pactl(['info'], { PATH: join(folder, 'empty') })]).toEqual([null, null])
})
