import { describe, expect, test } from 'vitest'
import { createShownParts, SHOWN_CHARS, shownPart, textPart } from '../../../../../src/main/talk/core/conversation/shown-part'
import type { ConversationItem } from '../../../../../src/shared/conversation'
import { itemId } from '../../../../../src/shared/ids'

const item = (change: Partial<ConversationItem> = {}): ConversationItem => ({
  id: itemId('a'), role: 'assistant', kind: 'text', text: 'short', status: 'done', heardChars: null, audioMs: null, ...change,
})
const LONG = 'x'.repeat(SHOWN_CHARS)

describe('what a page is given', () => {
  test('is the item itself up to 256 K characters, and a part of a longer one', () => {
    const [whole, longer] = [item({ text: LONG }), item({ text: `${LONG}yz` })]
    expect([shownPart(whole) === whole, shownPart(longer)]).toEqual([true, { ...longer, text: LONG, more: true }])
  })

  test('comes by pieces that make the whole, and never cuts a character', () => {
    const text = `${'x'.repeat(SHOWN_CHARS - 1)}😀${LONG}end`
    const pieces: string[] = []
    for (let more = true; more; ) {
      const part = textPart(text, pieces.join('').length)
      pieces.push(part.text)
      more = part.more
    }
    expect([pieces.map(({ length }) => length), pieces.join('') === text]).toEqual([[SHOWN_CHARS - 1, SHOWN_CHARS, 5], true])
  })

  test('has no more of a call than a line shows', () => {
    const { tool } = shownPart(item({ kind: 'tool', tool: { callId: 'c', name: 'f', arguments: LONG, output: null } }))
    expect([tool?.arguments.length, tool?.arguments.at(-1), tool?.output]).toEqual([2_000, '…', null])
  })

  test('is the same for the same item, and for one that grows where it is not shown; its end is looked at anew', () => {
    const part = createShownParts()
    const [first, second, last] = [item({ text: `${LONG}1`, status: 'in-progress' }), item({ text: `${LONG}12`, status: 'in-progress' }), item({ text: `${LONG}123` })]
    const other = item({ id: itemId('b'), text: `z${LONG}`, status: 'in-progress' })
    expect([part(first) === part(first), part(second) === part(first), part(last).status, part(other).text.startsWith('z')]).toEqual([true, true, 'done', true])
  })
})
