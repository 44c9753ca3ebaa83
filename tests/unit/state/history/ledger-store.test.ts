import { describe, expect, it, vi } from 'vitest'
import type { LedgerEntry } from '../../../../src/shared/history'
import { createLedger, withNewestSegments, withOlderSegments } from '../../../../src/renderer/src/state/history/ledger-store'
import { ids, segment } from './samples'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id, index) => segment(id, { startedAt: 100 - index })) as [ReturnType<typeof segment>, ReturnType<typeof segment>, ReturnType<typeof segment>, ReturnType<typeof segment>]

describe('the pages of the ledger', () => {
  it('join where they meet', () => {
    expect(ids(withNewestSegments({ rows: [b, c, d], more: true }, { rows: [a, b], more: true }).rows)).toBe('a b c d')
  })

  it('take over how a segment has ended', () => {
    const ledger = withNewestSegments({ rows: [{ ...a, end: null }, b, c], more: false }, { rows: [a, b], more: true })
    expect(ledger.rows.map(({ end }) => end)).toEqual(['sent', 'sent', 'sent'])
  })

  it('begin anew when something between would be missing', () => {
    expect(ids(withNewestSegments({ rows: [c, d], more: false }, { rows: [a, b], more: true }).rows)).toBe('a b')
  })

  it('are empty when everything was removed', () => {
    expect(withNewestSegments({ rows: [a, b], more: false }, { rows: [], more: false }).rows).toEqual([])
  })

  it('have each segment once', () => {
    expect(ids(withOlderSegments({ rows: [a, b], more: true }, { rows: [b, c], more: false }).rows)).toBe('a b c')
  })
})

describe('the ledger', () => {
  it('asks without what stayed on this computer, until it is asked for; an answer to the other question is dropped', async () => {
    const asked: boolean[] = []
    const answers: ((rows: readonly LedgerEntry[]) => void)[] = []
    const ledger = createLedger({
      ledger: (_before, _limit, own) => {
        asked.push(own)
        return new Promise((resolve) => answers.push((rows) => resolve({ ok: true, value: { rows, more: false } })))
      },
    }, (answer) => answer)
    const first = ledger.refresh()
    const second = ledger.showOwn(true)
    answers[0]?.([a])
    await Promise.resolve()
    expect(ledger.ledger.get()).toBeNull()
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    answers[1]?.([a, b])
    await Promise.all([first, second])
    expect({ asked, shown: ids(ledger.ledger.get()?.rows ?? []) }).toEqual({ asked: [false, true], shown: 'a b' })
  })
})
