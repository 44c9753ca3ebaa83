import { describe, expect, it } from 'vitest'
import { CitationReader } from '../../../../src/shared/knowledge/citations'
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
  const found = new CitationReader().read(items, isWhole).get(itemId('answer'))
  if (found === undefined) return null
  const { named, unnamed, unknown, nothingFound } = found
  return { named: named.map(({ cite, call }) => `${cite} of ${call}`), unnamed: unnamed.map(({ cite }) => cite), unknown, nothingFound }
}

const NONE = { named: [], unnamed: [], unknown: [], nothingFound: false }

describe('what an answer rests on', () => {
  it.each([
    ['named by its sign', 'Eleven weeks [A1].', ['A1 of s']],
    ['named by a small sign, with more behind it', 'Eleven weeks [a1, page 3].', ['A1 of s']],
    ['both by their signs', 'Eleven weeks [A1, A2].', ['A1 of s', 'A2 of s']],
    ['both in brackets of their own', 'Eleven weeks [A1] and the soup【A2】.', ['A1 of s', 'A2 of s']],
    ['as it is said aloud, at the end', 'Eleven weeks. A1.', ['A1 of s']],
    ['in round brackets', 'Eleven weeks (A1).', ['A1 of s']],
    ['by its whole name', 'As lease harrow lane.PDF says: eleven weeks.', ['A1 of s']],
    ['by its quoted title', 'Your “Lease – Harrow Lane” says eleven weeks.', ['A1 of s']],
    ['by its name at the end, in a path', 'It stands in house/Lease Harrow Lane.pdf.', ['A1 of s']],
    ['named twice', '[A1] and once more, Lease Harrow Lane.pdf.', ['A1 of s']],
    ['by sign and by name', 'Soup.md has none, and it is eleven weeks [A1].', ['A1 of s', 'A2 of s']],
  ])('%s', (_what, text, named) => {
    expect(judged([asked('q'), searched('s', [lease, soup]), said('answer', text)])).toEqual({ ...NONE, named })
  })

  it.each([
    ['no word of it', 'Eleven weeks.'],
    ['an everyday word that is a name', 'Cook the soup for eleven weeks.'],
    ['the same, quoted', 'They call it “soup”.'],
    ['a title without quotes', 'In the lease, Harrow Lane has eleven weeks.'],
    ['a sign that may be something else', 'The A1 is closed, take sheets of A2.'],
    ['another file whose name ends so', 'It is in pea-soup.md, not in soup.md.bak or soup.mdx.'],
    ['a sign inside another', 'By the BA1 and [A12x].'],
  ])('what was given and not named is told apart: %s', (_what, text) => {
    expect(judged([asked('q'), searched('s', [lease, soup]), said('answer', text)])).toEqual({ ...NONE, unnamed: ['A1', 'A2'] })
  })

  it('a name that two files share names neither, and the longer one does not name the shorter', () => {
    const [old, other] = [{ ...soup, cite: 'A3', path: 'Pea Soup.md', file: 'Pea Soup.md' }, { ...lease, cite: 'A4', path: 'flat/Lease Harrow Lane.pdf' }]
    expect([
      judged([asked('q'), searched('s', [lease, other]), said('answer', 'See Lease Harrow Lane.pdf.')]),
      judged([asked('q'), searched('s', [soup, old]), said('answer', 'See Pea Soup.md.')]),
    ]).toEqual([{ ...NONE, unnamed: ['A1', 'A4'] }, { ...NONE, named: ['A3 of s'] }])
  })

  it.each([
    ['of a letter that a search had', 'Eleven weeks [A1], see [A9].', ['A9']],
    ['of another letter', 'Eleven weeks [A1] [B2].', ['B2']],
    ['beside one that was', 'Eleven weeks [A1, B2].', ['B2']],
    ['no citation at all', 'Eleven weeks [A1], on a sheet of B4 (A4), by the M25.', []],
  ])('a sign that was not given: %s', (_what, text, unknown) => {
    expect(judged([asked('q'), searched('s', [lease]), said('answer', text)])).toEqual({ ...NONE, named: ['A1 of s'], unknown })
  })

  it('of one file the place that is cited is shown, where the file is named beside it; without a citation each place is', () => {
    const later = { ...lease, cite: 'A5', page: 9 }
    expect([
      judged([asked('q'), searched('s', [lease, later]), said('answer', 'Eleven weeks, says Lease Harrow Lane.pdf [A1].')]),
      judged([asked('q'), searched('s', [lease, later]), said('answer', 'Eleven weeks.')]),
    ]).toEqual([{ ...NONE, named: ['A1 of s'] }, { ...NONE, unnamed: ['A1', 'A5'] }])
  })

  it('an answer that looked nothing up rests on nothing that was given to the one before, unless it cites it', () => {
    const before = [asked('p'), searched('s', [lease]), said('first', 'Eleven weeks [A1].'), asked('q')]
    expect([judged([...before, said('answer', 'You are welcome.')]), judged([...before, said('answer', 'Print it (A1).')]), judged([...before, said('answer', 'As I said [A1].')])]).toEqual([null, null, { ...NONE, named: ['A1 of s'] }])
  })

  it('a name is one however its marks are written', () => {
    const kuche = { ...soup, path: 'Ku\u0308che.md', file: 'Ku\u0308che.md' }
    expect(judged([asked('q'), searched('s', [kuche]), said('answer', 'It stands in K\u00fcche.md.')])).toEqual({ ...NONE, named: ['A2 of s'] })
  })

  it('a paper size is none where nothing was looked for', () => {
    expect([judged([asked('q'), said('answer', 'Use A4 paper [A4].')]), judged([asked('q'), searched('s', []), said('answer', 'Use A4.')])]).toEqual([null, { ...NONE, nothingFound: true }])
  })

  it('a sign is made up where nothing was found, too', () => {
    expect(judged([asked('q'), searched('s', []), said('answer', 'Eleven weeks [A1].')])).toEqual({ ...NONE, unknown: ['A1'], nothingFound: true })
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

describe('judged again with every word', () => {
  const start = [asked('q'), searched('s', [lease]), said('before', 'Eleven weeks [A1].'), asked('q2'), searched('s2', [{ ...soup, cite: 'B1' }])]

  it('what did not change is the same object, and so is what says the same of an answer that grows', () => {
    const reader = new CitationReader()
    const [first, second, third] = ['Add salt [B1].', 'Add salt [B1]. And', 'Add salt [B1]. And [A1].'].map((text) => reader.read([...start, said('answer', text)], true))
    const [before, answer] = [itemId('before'), itemId('answer')]
    expect([second?.get(before) === first?.get(before), second?.get(answer) === first?.get(answer), third?.get(before) === first?.get(before), third?.get(answer)?.named.map(({ cite }) => cite)]).toEqual([true, true, true, ['B1', 'A1']])
  })

  it('the words of an older answer are read once', () => {
    const reader = new CitationReader()
    let reads = 0
    const counted = { ...said('before', ''), get text() { reads += 1; return 'Eleven weeks [A1].' } }
    for (const text of ['Add', 'Add salt', 'Add salt [B1].']) reader.read([...start.slice(0, 2), counted, { ...asked('q2'), text }, said('answer', text)], true)
    expect(reads).toBe(1)
  })
})
