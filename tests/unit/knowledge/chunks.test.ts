import { expect, test } from 'vitest'
import { chunksOf } from '../../../src/main/knowledge/core/chunks'
import type { Section } from '../../../src/main/knowledge/core/document'
import { text } from '../../../src/main/knowledge/core/passages'

const cut = (...sections: readonly Section[]) => chunksOf({ sections, partly: null })
const section = (body: string, headings: readonly string[] = [], page: number | null = null): Section => ({ text: body, headings, page })

const SENTENCE = 'Every sentence of this text is exactly as long as the one before it, and says nothing new. '
const PARAGRAPHS = Array.from({ length: 12 }, (_, index) => `${String(index)} ${SENTENCE.repeat(5).trim()}`).join('\n\n')

test('a long text becomes pieces of 800 to 1,200 characters that share 150 at most, and together are the text', () => {
  const chunks = cut(section(PARAGRAPHS))
  const sizes = chunks.map(({ body }) => body.length)
  expect([sizes.slice(0, -1).every((size) => size >= 800 && size <= 1_200), sizes.length > 4, chunks.slice(1).every(({ overlap }) => overlap > 0 && overlap <= 150), text(chunks)]).toEqual([true, true, true, PARAGRAPHS])
})

test('it is cut where people would cut: between paragraphs, else sentences, else words', () => {
  const ends = (body: string) => cut(section(body))[0]?.body.slice(-8)
  expect([ends(`${'ab '.repeat(300)}end.\n\n${'cd '.repeat(300)}`), ends(`${'ab '.repeat(300)}the end. ${'cd '.repeat(300)}`), ends('abcdefg '.repeat(300))]).toEqual(['b end.\n\n', 'he end. ', 'abcdefg '])
})

test('a text without any break is cut, and never inside of a character', () => {
  const chunks = cut(section('👩‍👩‍👧'.repeat(600)))
  expect([chunks.length > 4, chunks.every(({ body }) => body.replaceAll('👩‍👩‍👧', '') === ''), text(chunks)]).toEqual([true, true, '👩‍👩‍👧'.repeat(600)])
})

test('no piece crosses a page or a heading; small sections of one page go together', () => {
  const long = SENTENCE.repeat(3).trim()
  expect(cut(section(long, ['A']), section('Small.', ['A', 'B'], null), section(long, ['A', 'C']), section('Last.', [], 2)).map(({ heading, page, body }) => [heading, page, body])).toEqual([
    ['A', null, long],
    ['A', null, `B\nSmall.\nC\n${long}`],
    [null, 2, 'Last.'],
  ])
})
