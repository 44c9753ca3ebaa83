import { expect, it } from 'vitest'
import { conversationTail } from '../../../../src/main/app/view/conversation-tail'
import { sampleItem } from '../../state/sample-view'

const long = `The beech ${'and the ash '.repeat(20)}and the chestnut`
const items = [sampleItem('q', { role: 'user', text: 'Which trees?' }), sampleItem('a', { text: long }), sampleItem('call', { kind: 'tool', text: '' })]

it('the last words of whoever speaks now, from the beginning of a word', () => {
  const tails = {
    speaking: conversationTail(items, 'speaking'),
    asking: conversationTail(items.slice(0, 1), 'thinking'),
    notYet: conversationTail(items.slice(0, 1), 'speaking'),
    quiet: conversationTail(items, 'idle'),
  }
  expect(tails).toEqual({ speaking: expect.stringMatching(/^…(and|the|ash) .*and the chestnut$/), asking: 'Which trees?', notYet: '', quiet: '' })
  expect(tails.speaking.length).toBeLessThanOrEqual(121)
})
