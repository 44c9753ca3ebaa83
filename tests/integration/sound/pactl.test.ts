import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pulseDucking } from '../../../src/main/sound/adapters/ducking-pulse'
import { pactl } from '../../../src/main/sound/adapters/pactl'
import { silentLogger } from '../../fakes/fake-world'

let folder: string
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'parley-pactl-')) })
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

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

/** One stream whose volume lies in a file; `refuse`, as a file, keeps it as it is. */
const ONE_STREAM = `cd "$(dirname "$0")"
case "$*" in
  *list*) printf '[{"index":7,"volume":{"mono":{"value":%s}},"properties":{"application.process.id":"4","application.name":"player"}}]' "$(cat volume)" ;;
  set-sink-input-volume*) [ -e refuse ] && exit 1; echo "$3" > volume ;;
esac`

test('a volume that the server refuses to give back stays owed, and is given back another time', async () => {
  const { PATH = '' } = await standIn(ONE_STREAM)
  vi.stubEnv('PATH', PATH)
  const volume = async () => Number(await readFile(join(folder, 'volume'), 'utf8'))
  await writeFile(join(folder, 'volume'), '60000')
  const ducking = pulseDucking({ platform: 'linux', file: join(folder, 'lowered.json'), ourPids: () => [], logger: silentLogger })
  await ducking.lower()
  await writeFile(join(folder, 'refuse'), '')
  await ducking.restore()
  const refused = await volume()
  await rm(join(folder, 'refuse'))
  await ducking.restore()
  expect([refused, await volume()]).toEqual([30_000, 60_000])
})
