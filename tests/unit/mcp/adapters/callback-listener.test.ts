import { expect, test } from 'vitest'
import { CallbackListener } from '../../../../src/main/mcp/adapters/process/sign-in/callback-listener'

test('who closes the browser without an answer is waited for no longer than the listener’s patience, and then its port is free', async () => {
  const listener = new CallbackListener(30)
  const address = await listener.listen()
  const ended = await listener.answer.catch((cause: unknown) => (cause instanceof Error ? cause.message : cause))
  const late = await fetch(address).then(() => 'answered', () => 'nobody')
  expect({ ended, late }).toEqual({ ended: 'Nobody signed in within five minutes.', late: 'nobody' })
})
