import { expect, test } from 'vitest'
import { startEngine } from '../support/engine'

test('a whole conversation, spoken and typed, over two sessions, needs no extension', async () => {
  const { sut, told, heard, until, speak } = await startEngine()
  speak()
  await heard(1)
  sut.submit({ kind: 'text', text: 'And typed?' })
  await heard(2)
  sut.reconnect()
  await until(() => sut.facts().connection.name === 'ready')
  sut.submit({ kind: 'text', text: 'Still there?' })
  await heard(3)
  const items = sut.conversation.current.items
  expect({ roles: items.map(({ role }) => role), words: items.every(({ text }) => text !== ''), told }).toEqual({
    roles: ['user', 'assistant', 'user', 'assistant', 'user', 'assistant'],
    words: true,
    told: [],
  })
})
