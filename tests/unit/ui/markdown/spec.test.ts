import { tests as examples } from 'commonmark-spec'
import { expect, test } from 'vitest'
import { canonical } from './canonical'
import { drawn } from './render-blocks'

const through = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** What is drawn otherwise than the specification's HTML, beside what `canonical` levels out, and why. */
const DIFFERENT: Readonly<Record<string, readonly number[]>> = {
  'raw HTML is shown as it is written': [21, 31, ...through(148, 191), 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536, ...through(613, 617), 623, ...through(625, 631), 642, 643],
  "a bare address is a link, as in GitHub's Markdown": [602, 608, 611, 612],
}

const tabbed = (text: string): string => text.replaceAll('→', '\t')

const ours = examples.map(({ markdown }) => drawn(tabbed(markdown)))

test('the 652 examples of the CommonMark specification', () => {
  const different = examples.filter(({ number, html }) => canonical(ours[number - 1] ?? '', true) !== canonical(tabbed(html), false)).map(({ number }) => number)
  expect({ examples: examples.length, different }).toEqual({ examples: 652, different: Object.values(DIFFERENT).flat().toSorted((a, b) => a - b) })
})

test('none of them makes an element that fetches, runs or leads anywhere by itself', () => {
  const all = ours.join('\n')
  const elements = new Set(Array.from(all.matchAll(/<([a-z0-9]+)/giu), ([, name]) => name))
  expect([...elements].toSorted()).toEqual(['a', 'blockquote', 'br', 'button', 'code', 'div', 'em', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'ol', 'p', 'path', 'pre', 'rect', 'span', 'strong', 'svg', 'ul'])
  const attributes = new Set(Array.from(all.matchAll(/<[a-z0-9]+((?: [a-zA-Z-]+(?:="[^"]*")?)*)/gu), ([, list = '']) => Array.from(list.matchAll(/ ([a-zA-Z-]+)/gu), ([, name]) => name)).flat())
  expect([...attributes].filter((name) => /^(href|src|srcset|style|on.*|action|formaction|ping|background|poster|data)$/u.test(name ?? ''))).toEqual([])
})
