import { describe, expect, it } from 'vitest'
import { SentAccount } from '../../../src/main/knowledge/sent-account'
import { pagesWorld } from './pages-world'

describe('what left for embedding', () => {
  const sent = { id: 's1', at: 1, host: 'api.openai.com', bytes: 9, characters: 8, files: 1, kind: 'passages' as const }

  it('is in the history before the index forgets it, and the ledger hears of it', async () => {
    const { world, index, records, pushed, ask } = pagesWorld()
    index.sentRows = [sent]
    await new SentAccount(world).take()
    expect({ calls: [...index.calls, ...records.calls], pushed, page: await ask('knowledge:sent', null, 10) }).toEqual({
      calls: ['sent', 'forgetSent s1', 'saveSentText s1'], pushed: ['history history:changed'],
      page: { ok: true, value: { rows: [sent], more: false, totals: { sendings: 1, bytes: 9, characters: 8 } } },
    })
  })

  it('is gone with everything else, also what was on its way into the history', async () => {
    const { world, index, records } = pagesWorld()
    index.sentRows = [sent]
    const account = new SentAccount(world)
    const taken = account.take()
    expect({ forgotten: await account.forget(), left: [...records.sentRows] }).toEqual({ forgotten: { ok: true, value: null }, left: [] })
    await taken
  })

  it('stays with the index where the history cannot be written', async () => {
    const { world, index, records, notices } = pagesWorld()
    index.sentRows = [sent]
    records.failure = 'history-full'
    await new SentAccount(world).take()
    expect({ left: index.sentRows, notices: notices.map(({ tag }) => tag) }).toEqual({ left: [sent], notices: ['history-full'] })
  })
})
