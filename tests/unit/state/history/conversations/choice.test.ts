import { describe, expect, it } from 'vitest'
import { conversationId } from '../../../../../src/shared/ids'
import { type Choice, type ChoiceAction, choose, NO_CHOICE, reconciled } from '../../../../../src/renderer/src/state/history/conversations/choice'

const id = conversationId
const order = ['a', 'b', 'c', 'd', 'e'].map(id)
const after = (...actions: readonly ChoiceAction[]): Choice => actions.reduce((choice, action) => choose(choice, action, order), NO_CHOICE)
const told = ({ active, chosen }: Choice): string => `${active ?? '-'}: ${[...chosen].join(' ')}`

const rows: readonly (readonly [string, readonly ChoiceAction[], string])[] = [
  ['walking chooses nothing', [{ kind: 'move', to: id('b') }], 'b: '],
  ['a range downwards', [{ kind: 'move', to: id('b') }, { kind: 'extend', to: id('d') }], 'd: b c d'],
  ['a range upwards', [{ kind: 'only', id: id('d') }, { kind: 'extend', to: id('c') }], 'c: c d'],
  ['a range that turns around', [{ kind: 'move', to: id('c') }, { kind: 'extend', to: id('e') }, { kind: 'extend', to: id('b') }], 'b: b c'],
  ['a range from nowhere', [{ kind: 'extend', to: id('c') }], 'c: c'],
  ['Ctrl+click takes the open one with it', [{ kind: 'toggle', id: id('c'), open: id('a') }], 'c: a c'],
  ['Ctrl+click on the open one', [{ kind: 'toggle', id: id('a'), open: id('a') }], 'a: a'],
  ['the box takes only its own', [{ kind: 'toggle', id: id('c'), open: null }], 'c: c'],
  ['the box a second time', [{ kind: 'toggle', id: id('c'), open: null }, { kind: 'toggle', id: id('c'), open: null }], 'c: '],
  ['all', [{ kind: 'move', to: id('b') }, { kind: 'all' }], 'b: a b c d e'],
  ['a plain click ends it', [{ kind: 'all' }, { kind: 'only', id: id('e') }], 'e: '],
]

describe('choosing conversations', () => {
  it.each(rows)('%s', (_name, actions, expected) => {
    expect(told(after(...actions))).toBe(expected)
  })

  it('a second range begins at the same anchor', () => {
    expect(told(after({ kind: 'toggle', id: id('b'), open: null }, { kind: 'extend', to: id('d') }))).toBe('d: b c d')
  })
})

describe('when rows go', () => {
  const at = (active: string, chosen: readonly string[] = []): Choice => ({ active: id(active), anchor: id(active), chosen: new Set(chosen.map(id)) })
  it.each([
    ['the keys go on at the next', at('b'), ['a', 'c', 'd', 'e'], 'c: '],
    ['at the one before when it was the last', at('e'), ['a', 'b'], 'b: '],
    ['over a gap', at('b'), ['a', 'e'], 'e: '],
    ['nothing is left', at('b'), [], '-: '],
    ['what is chosen is there', at('a', ['a', 'b', 'c']), ['a', 'c'], 'a: a c'],
  ])('%s', (_name, choice, left, expected) => {
    expect(told(reconciled(choice, order, left.map(id)))).toBe(expected)
  })

  it('is the same choice when nothing of it went', () => {
    const choice = at('b', ['b'])
    expect(reconciled(choice, order, ['b', 'a'].map(id))).toBe(choice)
  })
})
