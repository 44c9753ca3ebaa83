import { describe, expect, it } from 'vitest'
import type { Page } from '../../../../src/shared/history'
import { ok } from '../../../../src/shared/result'
import type { Action } from '../../../../src/shared/tools/actions'
import { createActions, withNewestActions, withOlderActions } from '../../../../src/renderer/src/state/history/actions-store'
import { createAsk } from '../../../../src/renderer/src/state/history/ask'
import { canUndo, isPrivateAction } from '../../../../src/renderer/src/words/action-words'

const action = (id: string, at: number, change: Partial<Action> = {}): Action => ({
  id, at, conversation: null, tool: 'now', title: 'Look at the clock', level: 0, arguments: '{}', approval: 'not-asked', outcome: 'done', result: null, elapsedMs: 1, undo: null, ...change,
})
const page = (rows: readonly Action[], more = false): Page<Action> => ({ rows, more })
const ids = ({ rows }: Page<Action>) => rows.map(({ id }) => id)

describe('pages of actions', () => {
  const [c, b, a] = [action('c', 3), action('b', 2), action('a', 1)] as const

  it('the newest page joins what is there; what has gone from it has gone', () => {
    const now = page([b, a])
    expect([
      ids(withNewestActions(null, page([c]))),
      ids(withNewestActions(now, page([c, b], true))),
      ids(withNewestActions(now, page([c], true))), // between the two there may be others
      ids(withNewestActions(now, page([c]))),
    ]).toEqual([['c'], ['c', 'b', 'a'], ['c'], ['c']])
  })

  it('of the same moment none is there twice', () => {
    expect(ids(withOlderActions(page([c, b], true), page([b, a])))).toEqual(['c', 'b', 'a'])
  })
})

it('what is undone is asked for anew, and a refusal says so', async () => {
  const asked: string[] = []
  const store = createActions(
    { actions: () => (asked.push('list'), Promise.resolve(ok(page([])))), undoAction: (id) => (asked.push(`undo ${id}`), Promise.resolve(ok(id === 'b'))) },
    createAsk(() => { throw new Error('nothing fails here') }),
  )
  expect([await store.undo('a'), await store.undo('b'), asked]).toEqual([false, true, ['undo a', 'list', 'undo b', 'list']])
})

it('an undo that has run out is offered no more', () => {
  const with_ = (until: number | null) => action('a', 1, { undo: { kind: 'k', data: '', until } })
  expect([canUndo(action('a', 1), 5), canUndo(with_(null), 5), canUndo(with_(6), 5), canUndo(with_(5), 5), isPrivateAction(action('a', 1, { arguments: null }))]).toEqual([false, true, true, false, true])
})
