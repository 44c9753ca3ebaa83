import { expect, it } from 'vitest'
import { conversationTail } from '../../../../src/main/app/view/conversation-tail'
import { sampleItem } from '../../state/sample-view'

const long = `The beech ${'and the ash '.repeat(100)}and the chestnut`
const items = [sampleItem('q', { role: 'user', text: 'Which trees?' }), sampleItem('a', { text: long }), sampleItem('call', { kind: 'tool', text: '' })]

it('the last words of whoever speaks now, from the beginning of a word', () => {
  const tails = {
    speaking: conversationTail(items, 'speaking'),
    asking: conversationTail(items.slice(0, 1), 'thinking'),
    notYet: conversationTail(items.slice(0, 1), 'speaking'),
    quiet: conversationTail(items, 'idle'),
  }
  expect(tails).toEqual({ speaking: expect.stringMatching(/^…(and|the|ash) .*and the chestnut$/), asking: 'Which trees?', notYet: '', quiet: '' })
  expect(tails.speaking.length).toBeLessThanOrEqual(961)
})

const tailOf = (text: string): string => conversationTail([sampleItem('a', { text })], 'speaking')

it('of a long answer begins with a line where it can, and says that it begins in code', () => {
  const line = `${'- **ash** and yew'.repeat(3)}\n`
  expect([
    tailOf(line.repeat(40)).startsWith('…\n- **ash**'),
    tailOf(`\`\`\`js\n${line.repeat(40)}`).startsWith('…\n```\n- **ash**'),
    tailOf(`\`\`\`js\nyew\n\`\`\`\n${line.repeat(40)}`).startsWith('…\n- **ash**'),
  ]).toEqual([true, true, true])
})

it('marks alone are no words', () => {
  expect([tailOf('**'), tailOf('```'), tailOf('# Y')]).toEqual(['', '', '# Y'])
})

it('is short, however long the answer is', () => {
  expect(tailOf('yew\n'.repeat(250_000)).length).toBeLessThan(1_000)
})
