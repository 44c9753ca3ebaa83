import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sourceFiles } from '../../../support/source-files'
import { colourOf, UI } from '../../../support/look/tokens'

const sheets = readdirSync(UI, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'))
const bare = (css: string) => css.replaceAll(/\/\*[^]*?\*\//g, '')

/** A colour of its own. The system's (Highlight) and none at all (transparent, currentcolor) are none. */
const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|light-dark\(|(?<![-\w])(?:white|black|red|green|blue|gr[ae]y|silver|yellow|orange|purple|pink|gold)(?![-\w])/gi

test('no colour stands outside tokens.css', () => {
  expect(sheets.length).toBeGreaterThan(50)
  expect(sheets.filter((name) => name !== 'tokens.css').flatMap((name) => (bare(readFileSync(join(UI, name), 'utf8')).match(COLOUR) ?? []).map((found) => `${name}: ${found}`))).toEqual([])
})

test('every token that is used is declared', () => {
  const all = sheets.map((name) => bare(readFileSync(join(UI, name), 'utf8'))).join('\n')
  const names = (pattern: RegExp) => new Set([...all.matchAll(pattern)].map(([, name = '']) => name))
  const declared = names(/--([a-z0-9-]+):/g)
  /** Set by a script, or by Base UI. */
  const given = new Set(['held', 'level', 'list', 'anchor-width', 'available-height'])
  expect([...names(/var\(--([a-z0-9-]+)/g)].filter((name) => !declared.has(name) && !given.has(name))).toEqual([])
})

/** A rule that was taken away leaves nothing to see of what it drew, and all else of it still works. */
test('every class that a component names has a rule', () => {
  const ruled = new Set([...sheets.map((name) => bare(readFileSync(join(UI, name), 'utf8'))).join('\n').matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name))
  const named = sourceFiles('src/renderer/src/ui').flatMap(({ path, text }) => [...text.matchAll(/className="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' ').map((name) => ({ path, name }))))
  expect(named.length).toBeGreaterThan(200)
  expect(named.filter(({ name }) => !ruled.has(name))).toEqual([])
})

test('a window shows the ground of its page before the page is there', () => {
  const look = readFileSync(join(UI, '..', '..', '..', 'main', 'windows', 'look.ts'), 'utf8')
  expect((['light', 'dark'] as const).filter((theme) => !look.includes(`'${colourOf('ground', theme, 'page')}'`))).toEqual([])
})
