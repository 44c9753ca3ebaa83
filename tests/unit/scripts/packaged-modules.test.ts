import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const lines = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8').split('\n').map((line) => line.trim())
const kept = /^- '!node_modules\/!\(([^)]*)\)\/\*\*'$/u
const keptScoped = /^- '!node_modules\/@!\(([^)]*)\)\/\*\*'$/u

const namesOf = (pattern: RegExp): readonly string[] => lines.flatMap((line) => pattern.exec(line)?.[1]?.split('|') ?? [])

/** Everything a module loads when it runs, itself included. node-addon-api is headers for a compiler. */
function closure(name: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(name) || name === 'node-addon-api') return seen
  seen.add(name)
  const { dependencies = {} } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as { readonly dependencies?: Readonly<Record<string, string>> }
  for (const each of Object.keys(dependencies)) closure(each, seen)
  return seen
}

test('what the knowledge folder leaves outside of the build is in the package, with all it loads', () => {
  const wanted = ['@parcel/watcher', '@photostructure/sqlite-vec', '@photostructure/sqlite'].flatMap((name) => [...closure(name)])
  const missing = wanted.filter((name) => (name.startsWith('@') ? !namesOf(keptScoped).includes(name.slice(1).split('/')[0] ?? '') || !namesOf(kept).includes(name.split('/')[0] ?? '') : !namesOf(kept).includes(name)))
  expect(missing).toEqual([])
})

test('a library that SQLite loads lies beside the archive, because the system opens it; only the one for this system is packed', () => {
  const folder = join(ROOT, 'node_modules', '@photostructure', 'sqlite-vec', 'dist', `${process.platform}-${process.arch}`)
  expect([lines.includes("- '**/vec0.{so,dylib,dll}'"), lines.includes("- '!node_modules/@photostructure/sqlite-vec/dist/!(${platform}-${arch})/**'"), existsSync(folder)]).toEqual([true, true, true])
})
