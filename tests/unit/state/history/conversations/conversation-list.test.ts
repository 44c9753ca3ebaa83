import { describe, expect, it } from 'vitest'
import { conversationId } from '../../../../../src/shared/ids'
import { cursorAfter, NO_CONVERSATIONS, withoutConversations, withPage, withConversation } from '../../../../../src/renderer/src/state/history/conversations/conversation-list'
import { ids, conversation } from '../samples'

const [old, middle, fresh] = [conversation('old', { updatedAt: 1 }), conversation('middle', { updatedAt: 2 }), conversation('fresh', { updatedAt: 3 })]
const full = { rows: [fresh, middle], more: true }

describe('the list of conversations', () => {
  it('begins at the top', () => {
    expect(cursorAfter(NO_CONVERSATIONS)).toBeNull()
  })

  it('goes on behind its last row', () => {
    expect(cursorAfter(full)).toEqual({ pinned: false, updatedAt: 2, id: middle.id })
  })

  it('shows a row once that moved between two pages', () => {
    expect(ids(withPage(full, { rows: [{ ...fresh, updatedAt: 1 }, old], more: false }).rows)).toBe('middle fresh old')
  })

  it('puts what was touched on top', () => {
    expect(ids(withConversation(full, { ...middle, updatedAt: 9 }).rows)).toBe('middle fresh')
  })

  it('puts what was pinned before what is newer', () => {
    expect(ids(withConversation(full, { ...old, pinned: true }).rows)).toBe('old fresh middle')
  })

  it('leaves to its page what is older than all that is loaded', () => {
    expect(ids(withConversation(full, old).rows)).toBe('fresh middle')
  })

  it('takes it in at the end when there are no more pages', () => {
    expect(ids(withConversation({ ...full, more: false }, old).rows)).toBe('fresh middle old')
  })

  it('stays the same list when nothing of it goes', () => {
    expect(withoutConversations(full, new Set([conversationId('other')]))).toBe(full)
  })
})
