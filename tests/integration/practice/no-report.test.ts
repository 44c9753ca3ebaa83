import { expect, it } from 'vitest'
import { startPracticeServer } from '../../../src/main/practice/server/server'
import { append, COMMIT, CREATE, MANUAL, speech } from '../../unit/practice/trace'
import { eventually } from '../../e2e/support/app/eventually'
import { connect } from './client'

it('what ships holds neither sound nor lists of a session, and nothing at all once it has ended or was cut', async () => {
  const server = await startPracticeServer({ pacing: { speed: 50, thinkMs: 10 } })
  const held: unknown[] = []
  for (const end of ['close', 'drop', 'half-open'] as const) {
    const client = connect(server)
    await client.until('session.created')
    client.send(MANUAL, append(speech(300)), COMMIT, CREATE)
    await client.until('response.done')
    held.push(server.sessions.map((open) => [open.committedAudio, open.answered, open.received, open.sentTypes, open.committedBytes]))
    if (end === 'close') client.socket.close(1_000)
    else server.cut(end)
    client.socket.terminate()
    await eventually(() => server.sessions.length).toBe(0)
  }
  expect([held, server.stats.sessionCount]).toEqual([Array.from({ length: 3 }, () => [[[], [], [], [], 14_400]]), 3])
  await server.close()
})
