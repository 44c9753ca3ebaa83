import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toolEnvironment } from '../../../scripts/lib/environment.mjs'

const LIB = join(import.meta.dirname, '..', '..', '..', 'scripts', 'lib')
/** Looks like nothing in particular, so that no scanner takes it for a key. */
const SECRET = 'a-word-nobody-else-says'

/** What a child of a script sees, in `/proc` as well as in its own variables. */
const childOf = (run: string) => `
  import { apiKey } from ${JSON.stringify(join(LIB, 'environment.mjs'))}
  import { run } from ${JSON.stringify(join(LIB, 'run.mjs'))}
  import { spawnSync } from 'node:child_process'
  const print = ['-e', 'process.stdout.write(JSON.stringify(process.env))']
  const env = ${run}
  process.stdout.write(JSON.stringify({ apiKey, env: JSON.parse(env) }))`

function started(run: string): { readonly apiKey: string | null; readonly env: Readonly<Record<string, string>> } {
  const env = { ...process.env, OPENAI_API_KEY: ` ${SECRET} `, AWS_SECRET_ACCESS_KEY: SECRET, HTTPS_PROXY: 'http://proxy.test:3128', npm_config_fund: 'false' }
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', childOf(run)], { env, encoding: 'utf8' }))
}

test('a tool gets what it needs to find its way, and no key of anybody', () => {
  const { apiKey, env } = started('(await run(process.execPath, print, { capture: true })).stdout')
  expect({ apiKey, proxy: env['HTTPS_PROXY'], npm: env['npm_config_fund'], path: env['PATH'], told: JSON.stringify(env).includes(SECRET) }).toEqual({
    apiKey: SECRET, proxy: 'http://proxy.test:3128', npm: 'false', path: process.env['PATH'], told: false,
  })
})

test('a child that gets the whole environment does not get the key either', () => {
  const { env } = started('spawnSync(process.execPath, print, { encoding: "utf8" }).stdout')
  expect({ key: env['OPENAI_API_KEY'], other: env['AWS_SECRET_ACCESS_KEY'] }).toEqual({ key: undefined, other: SECRET })
})

test('names are found in either case', () => {
  expect(toolEnvironment({ Path: 'p', https_proxy: 'h', LC_ALL: 'C', GITHUB_TOKEN: 't', NODE_OPTIONS: '--inspect' })).toEqual({ Path: 'p', https_proxy: 'h', LC_ALL: 'C' })
})
