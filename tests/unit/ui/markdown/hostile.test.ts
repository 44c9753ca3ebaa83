import { expect, test } from 'vitest'
import { blocksOf, NO_BLOCKS } from '../../../../src/shared/markdown/blocks'
import { drawn } from './render-blocks'

const ROW = '| one | 22,000 | three words |\n'
const HOSTILE: Readonly<Record<string, string>> = {
  'elements': '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> <iframe src="https://evil.example"></iframe>\n\n<style>*{}</style>\n\n<svg onload=alert(1)>\n\n<a href="javascript:alert(1)">x</a>',
  'javascript links': '[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](&#106;avascript:alert(1)) [d](java\nscript:alert(1)) <javascript:alert(1)> [e]\n\n[e]: javascript:alert(1)',
  'data links and images': '[a](data:text/html;base64,PHM+) ![b](data:image/svg+xml,x) ![c](https://evil.example/c.png "t") ![d][e]\n\n[e]: file:///etc/passwd',
  'controls that turn letters': 'a \u202Egnp.exe\u2066 [x\u202Ey](https://example.com)\n\n```\n\u202Ecode\n```',
  'an unclosed fence': '```js\n<b>alert(1)</b>\n'.repeat(50),
  'a table of 500 rows': `| a | b | c |\n|---|--:|---|\n${ROW.repeat(500)}`,
  '10,000 quotes': `${'>'.repeat(10_000)} x`,
  '10,000 spaced quotes': `${'> '.repeat(10_000)}x`,
  '10,000 list marks': `${'- '.repeat(10_000)}x`,
  '10,000 stars': '*'.repeat(10_000),
  '10,000 opened emphases': '*a_ '.repeat(10_000),
  '10,000 brackets': '['.repeat(10_000),
  '4,000 opened links': '[a]('.repeat(4_000),
  'a nest of lists': Array.from({ length: 200 }, (_, depth) => `${' '.repeat(2 * depth)}- x`).join('\n'),
  'a line of 64 KB': 'a'.repeat(65_536),
  'pairs that are half a letter': `\ud800 ${'\udc00'.repeat(100)}`,
}

/** Far more than it takes, on a machine that does other work, too; what grows with the square of a size takes minutes. */
const SLOW_MS = 10_000

test.each(Object.entries(HOSTILE))('%s: drawn in time, and nothing that fetches, runs or leads anywhere', (_name, text) => {
  const began = performance.now()
  const html = drawn(text)
  const took = performance.now() - began
  expect({
    elements: /<(?:script|img|iframe|style|object|embed|link|meta|form|base|video|audio|math)\b/iu.test(html),
    attributes: /<[a-z0-9]+[^>]*\s(?:href|src|srcset|style|on[a-z]+)=/iu.test(html.replaceAll(/title="[^"]*"/gu, '')),
    addresses: Array.from(html.matchAll(/title="([^"]*)"/gu), ([, title = '']) => new URL(title).protocol).filter((protocol) => protocol !== 'https:'),
    turned: /[\u202a-\u202e\u2066-\u2069]/u.test(html),
    inTime: took < SLOW_MS,
  }).toEqual({ elements: false, attributes: false, addresses: [], turned: false, inTime: true })
})

test.each(['a table of 500 rows', 'an unclosed fence', '10,000 quotes', '10,000 opened emphases', 'a nest of lists'])('%s that comes piece by piece ends as what comes whole', (name) => {
  const text = HOSTILE[name] ?? ''
  let blocks = NO_BLOCKS
  for (let end = 1_000; end < text.length; end += 1_000) blocks = blocksOf(text.slice(0, end), true, blocks)
  expect(blocksOf(text, false, blocks).finished.map((block) => block.text).join('')).toBe(text)
})
