import { describe, expect, it } from 'vitest'
import { withNewestStretches, withOlderStretches } from '../../../../src/renderer/src/state/history/ledger-store'
import { ids, stretch } from './samples'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id, index) => stretch(id, { startedAt: 100 - index })) as [ReturnType<typeof stretch>, ReturnType<typeof stretch>, ReturnType<typeof stretch>, ReturnType<typeof stretch>]

describe('the pages of the ledger', () => {
  it('join where they meet', () => {
    expect(ids(withNewestStretches({ rows: [b, c, d], more: true }, { rows: [a, b], more: true }).rows)).toBe('a b c d')
  })

  it('take over how a stretch has ended', () => {
    const ledger = withNewestStretches({ rows: [{ ...a, end: null }, b, c], more: false }, { rows: [a, b], more: true })
    expect(ledger.rows.map(({ end }) => end)).toEqual(['sent', 'sent', 'sent'])
  })

  it('begin anew when something between would be missing', () => {
    expect(ids(withNewestStretches({ rows: [c, d], more: false }, { rows: [a, b], more: true }).rows)).toBe('a b')
  })

  it('are empty when everything was removed', () => {
    expect(withNewestStretches({ rows: [a, b], more: false }, { rows: [], more: false }).rows).toEqual([])
  })

  it('have each stretch once', () => {
    expect(ids(withOlderStretches({ rows: [a, b], more: true }, { rows: [b, c], more: false }).rows)).toBe('a b c')
  })
})
