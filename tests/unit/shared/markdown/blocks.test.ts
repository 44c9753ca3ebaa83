import { tests as examples } from 'commonmark-spec'
import { expect, test } from 'vitest'
import { type Blocks, blocksOf, NO_BLOCKS } from '../../../../src/shared/markdown/blocks'

const text = (blocks: Blocks): string => [...blocks.finished, ...(blocks.last === null ? [] : [blocks.last])].map((block) => block.text).join('')

/** All that is drawn of a block, at its places in the text. */
const told = ({ finished }: Blocks): unknown =>
  finished.map(({ nodes, shift }) => JSON.parse(JSON.stringify(nodes, (key, value: unknown) => (key === 'position' && value !== null && typeof value === 'object' ? places(value, shift) : value))) as unknown)

function places(position: object, shift: number): readonly number[] {
  const { start, end } = position as { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } }
  return [start.offset + shift, end.offset + shift]
}

function grown(whole: string, step: number): Blocks {
  let blocks = NO_BLOCKS
  for (let end = step; end < whole.length; end += step) blocks = blocksOf(whole.slice(0, end), true, blocks)
  return blocksOf(whole, false, blocks)
}

/** An underlined heading right behind a definition: micromark says that it begins with that. */
const PLACED_OTHERWISE = [215]

test('whatever size its pieces have, a text that grew is the same as one that came whole', () => {
  const different = examples.flatMap(({ number, markdown }) => {
    const whole = `first\n\n${markdown.replaceAll('→', '\t')}\nlast *words*\n`
    const [once, ...others] = [blocksOf(whole, false), grown(whole, 5), grown(whole, 13)].map((blocks) => JSON.stringify(told(blocks)))
    return others.every((other) => other === once) ? [] : [number]
  })
  expect(different).toEqual(PLACED_OTHERWISE)
})

test('what is finished is not taken apart again, and nothing is left out on the way', () => {
  const whole = '# Head\n\nSome *words*.\n\n- one\n- two\n\n```js\nlet a\n\nlet b\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nEnd.\n'
  let blocks = NO_BLOCKS
  let same = true
  let complete = true
  for (let end = 1; end <= whole.length; end += 1) {
    const next = blocksOf(whole.slice(0, end), true, blocks)
    same &&= blocks.finished.every((block, index) => next.finished[index] === block)
    complete &&= text(next) === whole.slice(0, end)
    blocks = next
  }
  expect({ same, complete, finished: blocks.finished.map((block) => block.nodes[0]?.type), last: blocks.last?.nodes[0]?.type }).toEqual({
    same: true, complete: true, finished: ['heading', 'paragraph', 'list', 'code', 'table'], last: 'paragraph',
  })
})

test('a text that had ended and goes on is the same as one that came whole', () => {
  expect(told(blocksOf('One.\n\nTwo and more.', false, blocksOf('One.\n\nTwo', false)))).toEqual(told(blocksOf('One.\n\nTwo and more.', false)))
})

test('a text that is another one than before is taken apart anew', () => {
  const before = blocksOf('One.\n\nTwo.\n\nThree', true)
  expect(told(blocksOf('One!\n\nTwo.', false, before))).toEqual(told(blocksOf('One!\n\nTwo.', false)))
})
