import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { trayPictures } from '../../../../scripts/icons/tray-pictures'
import { type MarkPart, MARKS } from '../../../../src/renderer/src/ui/parts/mark/marks'

const TRAY = join(import.meta.dirname, '..', '..', '..', '..', 'resources', 'tray')

const outline = (parts: readonly MarkPart[]) => parts.filter(({ ink, sign, moves }) => ink === 'mark' && sign === undefined && moves === undefined).map(({ path, line, dotted }) => [path, line, dotted])

test('no two of the ten marks have the same outline', () => {
  const outlines = Object.values(MARKS).map(({ parts }) => JSON.stringify(outline(parts)))
  expect([outlines.length, new Set(outlines).size]).toEqual([10, 10])
})

test('the pictures of the tray are those of the marks and of the tokens: after a change, scripts/make-icons.ts', () => {
  const drawn = trayPictures()
  expect(readdirSync(TRAY).toSorted()).toEqual([...drawn.keys()].toSorted())
  expect([...drawn].filter(([file, png]) => !readFileSync(join(TRAY, file)).equals(png)).map(([file]) => file)).toEqual([])
})
