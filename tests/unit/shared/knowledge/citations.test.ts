import { describe, expect, it } from 'vitest'
import { citationsIn } from '../../../../src/shared/knowledge/citations'
import type { ConversationItem } from '../../../../src/shared/conversation'
import { itemId } from '../../../../src/shared/ids'
import type { GivenPassage } from '../../../../src/shared/knowledge/passages'

const item = (id: string, role: ConversationItem['role'], kind: ConversationItem['kind'], text: string): ConversationItem => ({ id: itemId(id), role, kind, text, status: 'done', heardChars: null, audioMs: null })
const asked = (id: string) => item(id, 'user', 'speech', 'what does it say')
const said = (id: string, text: string) => item(id, 'assistant', 'speech', text)
const lease: GivenPassage = { cite: 'A1', folder: 'f', path: 'house/Lease Harrow Lane.pdf', file: 'Lease Harrow Lane.pdf', page: 3, heading: 'Notice' }
const soup: GivenPassage = { cite: 'A2', folder: 'f', path: 'Soup.md', file: 'Soup.md', page: null, heading: 'Method' }
const searched = (id: string, passages: readonly GivenPassage[]): ConversationItem => ({
  ...item(id, 'assistant', 'tool', ''),
  tool: { callId: id, name: 'search_knowledge', arguments: '{}', output: '[]', account: { title: 'Search your folders', approval: 'not-asked', outcome: 'done', result: null, elapsedMs: 1, passages } },
})

/** Of the answer with the id "answer". */
function judged(items: readonly ConversationItem[], isWhole = true) {
  const found = citationsIn(items, isWhole).get(itemId('answer'))
  if (found === undefined) return null
  const { named, unnamed, unknown, nothingFound } = found
  return { named: named.map(({ cite, call }) => `${cite} of ${call}`), unnamed: unnamed.map(({ cite }) => cite), unknown, nothingFound }
}

const NONE = { named: [], unnamed: [], unknown: [], nothingFound: false }

describe('what an answer rests on', () => {
  it.each([
    ['named by its sign', 'Eleven weeks [A1].', ['A1 of s']],
    ['named by the sign alone', 'Eleven weeks, says A1.', ['A1 of s']],
    ['named as it is said', 'In your lease, Harrow Lane, … the file Lease Harrow Lane says eleven weeks.', ['A1 of s']],
    ['named twice', 'A1 and once more [A1], Lease harrow-lane.', ['A1 of s']],
    ['both named', 'A1 and the soup [A2].', ['A1 of s', 'A2 of s']],
    ['the name of one inside another word', 'The soupspoon [A1].', ['A1 of s']],
  ])('%s', (_what, text, named) => {
    expect(judged([asked('q'), searched('s', [lease, soup]), said('answer', text)])).toEqual({ ...NONE, named })
  })

  it('what was given and not named is told apart', () => {
    expect(judged([asked('q'), searched('s', [lease, soup]), said('answer', 'Eleven weeks.')])).toEqual({ ...NONE, unnamed: ['A1', 'A2'] })
  })

  it.each([
    ['of a letter that a search had', 'Eleven weeks [A1], see A9.', ['A9']],
    ['of another letter, in brackets', 'Eleven weeks [A1] [B2].', ['B2']],
    ['no citation at all', 'Eleven weeks [A1], on a sheet of B4, by the M25.', []],
  ])('a sign that was not given: %s', (_what, text, unknown) => {
    expect(judged([asked('q'), searched('s', [lease]), said('answer', text)])).toEqual({ ...NONE, named: ['A1 of s'], unknown })
  })

  it('a paper size is none where nothing was looked for', () => {
    expect([judged([asked('q'), said('answer', 'Use A4 paper [A4].')]), judged([asked('q'), searched('s', []), said('answer', 'Use A4.')])]).toEqual([null, { ...NONE, nothingFound: true }])
  })

  it('a sign of an earlier question is known; where a letter comes again, the nearest search counts', () => {
    const before = [asked('q1'), searched('s1', [lease]), said('a1', 'A1'), asked('q2')]
    expect([judged([...before, said('answer', 'As in [A1].')]), judged([...before, searched('s2', [{ ...soup, cite: 'A1' }]), said('answer', 'As in [A1].')])]).toEqual([
      { ...NONE, named: ['A1 of s1'] },
      { ...NONE, named: ['A1 of s2'] },
    ])
  })

  it('nothing is called unknown where the search may stand above what is in sight', () => {
    const items = [searched('s', [lease]), said('answer', 'See [A1] and [A7].')]
    expect([judged(items, false), judged(items, true)]).toEqual([{ ...NONE, named: ['A1 of s'] }, { ...NONE, named: ['A1 of s'], unknown: ['A7'] }])
  })
})
