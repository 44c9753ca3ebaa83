import { expect, test } from 'vitest'
import { bareTalk } from '../../fakes/bare-talk'

test('a connection is said to have failed once everybody was told, and no state on the way is left out', async () => {
  const { sut, transport, log } = await bareTalk()
  log.splice(0)
  transport.last.listener.closed({ closeCode: 3000, closeReason: 'invalid_request_error.invalid_api_key', httpStatus: null })
  const failed = log.splice(0)
  sut.retryConnection()
  await new Promise(setImmediate)
  expect({ failed, again: log }).toEqual({ failed: ['auth', 'failed'], again: ['connecting'] })
})
