import { describe, expect, it } from 'vitest'
import { conversationId } from '../../../../src/shared/ids'
import { createUndo, type Removal, removalWords, UNDO_MS } from '../../../../src/renderer/src/state/history/undo'
import { placed, StillTime } from './samples'

const conversations = (...names: readonly string[]): Removal => ({ kind: 'conversations', conversations: names.map(conversationId), title: names[0] ?? '' })
const item: Removal = { kind: 'item', conversation: conversationId('a'), placed: placed(1) }

function played(act: (undo: ReturnType<typeof createUndo>, time: StillTime) => void): readonly string[] {
  const log: string[] = []
  const time = new StillTime()
  act(createUndo({ restore: (removal) => void log.push(`restore ${removal.kind}`), purge: () => void log.push('purge') }, time.after), time)
  return log
}

describe('undo', () => {
  it('purges when its time is over', () => {
    expect(played((undo, time) => {
      undo.removed(item)
      time.pass(UNDO_MS)
      undo.undo()
    })).toEqual(['purge'])
  })

  it('gives the older removal the time of the newer, since a purge takes both', () => {
    expect(played((undo, time) => {
      undo.removed(item)
      time.pass(UNDO_MS - 1)
      undo.removed(conversations('b'))
      time.pass(UNDO_MS - 1)
    })).toEqual([])
  })

  it('takes back the newest first', () => {
    expect(played((undo) => {
      undo.removed(item)
      undo.removed(conversations('b'))
      undo.undo()
      undo.undo()
      undo.undo()
    })).toEqual(['restore conversations', 'restore item'])
  })

  it('has nothing to purge when all is back', () => {
    expect(played((undo, time) => {
      undo.removed(item)
      undo.undo()
      time.pass(UNDO_MS)
    })).toEqual(['restore item'])
  })

  it('forgets what main refused', () => {
    expect(played((undo, time) => {
      undo.removed(item)
      undo.forget(item)
      time.pass(UNDO_MS)
    })).toEqual([])
  })

  it.each([[item, 'Message deleted'], [conversations('The lake'), 'Deleted “The lake”'], [conversations('a', 'b'), '2 conversations deleted']])('says what is gone', (removal, words) => {
    expect(removalWords(removal)).toBe(words)
  })
})
