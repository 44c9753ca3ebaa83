import { expect, test } from 'vitest'
import { captionOf } from '../../../src/renderer/src/words/caption'

test.each([
  ['words', 'Which trees?', 'Which trees?'],
  ['marks', '## Trees\n\n- **ash**\n- `yew`', 'Trees • ash • yew'],
  ['a mark that is open yet', 'The **ash and the', 'The ash and the'],
  ['half of a mark', 'The ash *', 'The ash'],
  ['a link that is open yet', 'See [the ash](https://exa', 'See the ash'],
  ['a fence that is open yet', 'So:\n\n```js\nlet ash = 2 * 3', 'So: let ash = 2 * 3'],
  ['the end of a long one', `…\n${'- **ash** and yew\n'.repeat(20)}`, `…and ${'yew • ash and '.repeat(8)}yew`],
  ['a table that lost its head', '…\n| ash | 1 |\n| yew | 2 |\n', '… ash 1 yew 2'],
  ['what came behind code', '…\n```\nlet ash\n```\nThe **yew**.', '… let ash The yew.'],
  ['what turns the line round', '\u202eash', 'ash'],
])('the caption of %s', (_what, tail, caption) => {
  expect(captionOf(tail)).toBe(caption)
})

test('no step of a growing answer shows a mark or takes back a word', () => {
  const answer = 'The **ash** and the *yew* with `code`, see [them](https://example.com).\n\n1. one\n2. **two**\n\nEnd.'
  const captions = Array.from({ length: answer.length }, (_, end) => captionOf(answer.slice(0, end + 1)))
  expect(captions.filter((caption) => /[*`[\]#~]|https/u.test(caption))).toEqual([])
  const shorter = captions.filter((caption, at) => at > 0 && caption.length < (captions[at - 1] ?? '').length - 2)
  expect(shorter).toEqual([])
})
