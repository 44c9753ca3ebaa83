import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readEnvironmentSecrets } from '../../../../src/main/app/adapters/environment-secrets'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'parley-env-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const path = () => join(folder, '.env')
const KEY = 'OPENAI_API_KEY=made-up\n'

async function read() {
  const told: string[] = []
  const secrets = await readEnvironmentSecrets({ onStdin: false, dotEnvPath: path(), unreadable: () => told.push('unreadable'), open: () => told.push('open') })
  return { keys: Object.values(secrets), told }
}

function write(text: string, mode: number): void {
  writeFileSync(path(), text)
  chmodSync(path(), mode)
}

test.each([[0o600, []], [0o400, []], [0o644, ['open']], [0o640, ['open']], [0o602, ['open']]])('a .env of mode %o with a key tells %j', async (mode, told) => {
  write(KEY, mode)
  expect(await read()).toEqual({ keys: ['made-up'], told })
})

test('an open .env without a key of ours says nothing', async () => {
  write('EDITOR=vi\n', 0o644)
  expect(await read()).toEqual({ keys: [], told: [] })
})

test('one that cannot be read is told; one that is not there is not', async () => {
  const missing = await read()
  mkdirSync(path())
  expect([missing, await read()]).toEqual([{ keys: [], told: [] }, { keys: [], told: ['unreadable'] }])
})
