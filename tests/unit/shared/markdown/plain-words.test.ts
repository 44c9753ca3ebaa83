import { expect, test } from 'vitest'
import { partsWithoutMarks, withoutMarks } from '../../../../src/shared/markdown/plain-words'

/** Small, repeatable, and good enough to throw texts together. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const WORDS = ['yew', 'holly', 'Größe', '木', 'nine', 'berry']
const INLINE: readonly ((word: string) => string)[] = [(word) => word, (word) => `**${word}**`, (word) => `*${word}*`, (word) => `\`${word}\``, (word) => `~~${word}~~`, (word) => `[${word}](https://example.com/a_b)`, (word) => `***${word}***`, (word) => `![${word}](https://example.com/a.png)`]

interface Piece {
  readonly marked: string
  readonly plain: string
}

function piece(below: (count: number) => number): Piece {
  const said = Array.from({ length: 1 + below(4) }, () => WORDS[below(WORDS.length)] ?? 'yew')
  const marked = said.map((word) => INLINE[below(INLINE.length)]?.(word) ?? word).join(' ')
  const plain = said.join(' ')
  const kinds: readonly Piece[] = [
    { marked, plain },
    { marked: `## ${marked}`, plain },
    { marked: `> ${marked}`, plain },
    { marked: `- ${marked}\n- ${marked}`, plain: `• ${plain}\n• ${plain}` },
    { marked: `3. ${marked}\n4. ${marked}`, plain: `3. ${plain}\n4. ${plain}` },
    { marked: `\`\`\`js\n${plain}\n\`\`\``, plain },
    { marked: `| a | b |\n|---|---|\n| ${marked} | 1 |`, plain: `a\tb\n${plain}\t1` },
  ]
  return kinds[below(kinds.length)] ?? { marked, plain }
}

const SEED = Number(process.env['PARLEY_SEED'] ?? 7)

test(`texts thrown together keep every word and no mark (seed ${String(SEED)})`, () => {
  const below = random(SEED)
  for (let count = 0; count < 100; count += 1) {
    // A list goes on behind an empty line; a sentence between keeps the pieces apart.
    const pieces = Array.from({ length: 1 + below(4) }, () => [piece(below), { marked: 'So.', plain: 'So.' }]).flat()
    expect(withoutMarks(pieces.map(({ marked }) => marked).join('\n\n'))).toBe(pieces.map(({ plain }) => plain).join('\n\n'))
  }
})

test.each(['2 - 1 = 1.\n\nTwo lines\nof words.', 'What is it?', '', 'a-b, c (d); 20 %'])('%j has no marks and stays as it is', (text) => {
  expect(withoutMarks(text)).toBe(text)
})

test('what is not Markdown after all, or was made to be slow, stays', () => {
  expect([withoutMarks('2 * 3 * 4 is 24'), withoutMarks('snake_case_name'), withoutMarks('*a_ '.repeat(4_000)).length, withoutMarks('> '.repeat(5_000)).length]).toEqual(['2 * 3 * 4 is 24', 'snake_case_name', 16_000, 10_000])
})

test.each([
  ['a link keeps its words', 'See [the ash](https://example.com/ash) and <https://yew.example>.', 'See the ash and https://yew.example.'],
  ['a heading that is underlined', 'Trees\n===\n\nAsh\n---\n\nyew', 'Trees\n\nAsh\n\nyew'],
  ['tasks', '- [x] ash\n- [ ] yew', '☑ ash\n☐ yew'],
  ['lists in lists', '1. ash\n   - yew\n   - oak\n2. fir', '1. ash\n   • yew\n   • oak\n2. fir'],
  ['a line between', 'ash\n\n---\n\nyew', 'ash\n\nyew'],
  ['escapes and letters by name', '\\*ash\\* &amp; yew', '*ash* & yew'],
  ['elements', 'a <b>yew</b>', 'a <b>yew</b>'],
  ['marks alone', '***', ''],
])('%s', (_what, marked, plain) => {
  expect(withoutMarks(marked)).toBe(plain)
})

test('the beginning of a text shows no mark that is still open', () => {
  expect(['The **ash and', 'See [the ash](https://exa', 'The ash *', '| a | b |', '# '].map((text) => withoutMarks(text, { grows: true }))).toEqual(['The ash and', 'See the ash', 'The ash', '', ''])
})

test.each([
  ['in a bold word', 'The **ash and** yew', 9, ['The ash', ' and yew']],
  ['between two blocks', '# Ash\n\nyew', 7, ['Ash', '\n\nyew']],
  ['in a list', '- **ash**\n- yew', 12, ['• ash', '\n• yew']],
  ['where a link leads', 'The [ash](https://example.com/a), yew', 32, ['The ash (https://example.com/a)', ', yew']],
  ['before it all', '**ash**', 0, ['', 'ash']],
  ['behind it all', '**ash**', 7, ['ash', '']],
  ['nowhere in a text without marks', 'ash and yew', 4, ['ash ', 'and yew']],
])('cut %s, each part has no marks', (_where, text, at, parts) => {
  expect(partsWithoutMarks(text, at)).toEqual(parts)
})

test('wherever it is cut, no word is lost or said twice', () => {
  const text = '# A **b**\n\n- `d` [e](https://f.example)\n- > g\n\n| h |\n|---|\n| ~~k~~ |\n\n```js\nl\n\nm\n```\n'
  const whole = partsWithoutMarks(text, text.length)[0]
  expect(Array.from({ length: text.length }, (_, at) => partsWithoutMarks(text, at).join('')).filter((joined) => joined !== whole)).toEqual([])
})
