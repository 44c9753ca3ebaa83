import { expect, test } from 'vitest'
import { GrowingBlocks } from '../../../../src/renderer/src/ui/parts/markdown/growing-blocks'

/** Small, repeatable, and good enough to throw answers together. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const PIECES = ['Some **words** of `it`, and [more](https://example.com).', '## A heading', '- one\n- *two*\n- three', '```js\nlet a = 2 * 3\n\nlet b\n```', '| a | b |\n|---|--:|\n| one | 1 |\n| two | 2 |', '> said\n> before', '1. first\n2. second', 'A line\nand another']
const LONGEST = Math.max(...PIECES.map(({ length }) => length))
const DELTA = 12
const SEED = Number(process.env['PARLEY_SEED'] ?? 11)

test(`what is taken apart again with a word does not grow with the answer (seed ${String(SEED)})`, () => {
  const below = random(SEED)
  // A list or a quote goes on behind an empty line; a sentence keeps the pieces apart.
  const text = Array.from({ length: 60 }, () => `${PIECES[below(PIECES.length)] ?? ''}\n\nSo it is.\n\n`).join('')
  const growing = new GrowingBlocks(() => 0)
  const again: number[] = []
  for (let end = DELTA; end <= text.length; end += DELTA) again.push(growing.at(text.slice(0, end), true).blocks.at(-1)?.text.length ?? 0)
  const slowest = Math.max(...again)
  expect({ bounded: slowest <= 2 * (LONGEST + 'So it is.\n\n'.length), whole: growing.at(text, false).blocks.map((block) => block.text).join('') === text }).toEqual({ bounded: true, whole: true })
})

test('what takes long to take apart is looked at the less often: never more than a ninth of the time', () => {
  let now = 0
  let looked = 0
  const cost = 40
  let calls = 0
  const growing = new GrowingBlocks(() => {
    calls += 1
    return calls % 3 === 0 ? (now += cost) : now // the third look at the clock is the one behind the work
  })
  for (let delta = 1; delta <= 500; delta += 1) {
    const { waitMs } = growing.at('word '.repeat(delta), true)
    if (waitMs > 0) calls = 0
    else looked += 1
    now += 10
    calls = 0
  }
  expect(looked * cost).toBeLessThanOrEqual(now / 9 + cost)
})
