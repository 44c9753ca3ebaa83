import { expect, it } from 'vitest'
import { Removed } from '../../../src/main/services/removed'
import { ok } from '../../../src/shared/result'

it('what was deleted goes when the last window that offers an Undo does so no more', async () => {
  let purges = 0
  const removed = new Removed({ purge: () => Promise.resolve(ok((purges += 1, null))) })
  removed.offered('panel')
  removed.offered('history')
  await removed.over('history')
  const meanwhile = purges
  await removed.over('panel')
  await removed.over('history')
  expect([meanwhile, purges]).toEqual([0, 2])
})
