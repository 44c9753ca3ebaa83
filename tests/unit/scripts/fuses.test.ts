import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { expect, test } from 'vitest'

/** Electron's names begin with a capital letter, those of the configuration do not. */
const ALL = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name))).map((name) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`)

test('every fuse has a value of ours, so that none keeps whatever Electron ships with', () => {
  const lines = readFileSync(join(import.meta.dirname, '..', '..', '..', 'electron-builder.yml'), 'utf8').split('\n')
  const named = lines.slice(lines.indexOf('electronFuses:') + 1).flatMap((line) => /^ {2}(\w+): (?:true|false)$/.exec(line)?.[1] ?? [])
  expect(ALL.filter((name) => !named.includes(name))).toEqual([])
})
