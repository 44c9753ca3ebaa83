import { expect, test } from 'vitest'
import { createSentAccount, type SentAccount } from '../../../../src/renderer/src/state/history/sent-store'
import { createAsk } from '../../../../src/renderer/src/state/history/ask'
import type { SentText } from '../../../../src/shared/knowledge/passages'
import { ok } from '../../../../src/shared/result'
import { ids } from './samples'

const sent = (id: string, at: number): SentText => ({ id, at, host: 'api.openai.com', bytes: 9, characters: 8, files: 1, kind: 'passages' })

test('the account begins anew with the newest page, goes on behind the oldest, and has each sending once', async () => {
  const asked: (number | null)[] = []
  const page = (rows: readonly SentText[], more: boolean): SentAccount => ({ rows, more, totals: { sendings: 3, bytes: 27, characters: 24 } })
  const store = createSentAccount(
    {
      sentText: async (before) => {
        asked.push(before)
        return ok(before === null ? page([sent('c', 3), sent('b', 2)], true) : page([sent('b', 2), sent('a', 1)], false))
      },
    },
    createAsk(() => undefined),
  )
  await store.loadMore()
  await store.refresh()
  await store.loadMore()
  await store.loadMore()
  expect([asked, ids(store.account.get()?.rows ?? []), store.account.get()?.more]).toEqual([[null, 2], 'c b a', false])
})
