import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { startPracticeServer } from '../../../src/main/practice/server/server'
import { append, COMMIT, CREATE, MANUAL, speech } from '../../unit/practice/trace'
import { eventually } from '../../e2e/support/app/eventually'
import { connect } from './client'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

it('what ships holds nothing of a session once it has ended or was cut, its conversation and sound included', async () => {
  const sessions: WeakRef<object>[] = []
  const facts: string[] = []
  const server = await startPracticeServer({
    pacing: { speed: 50, thinkMs: 10 },
    observe: (session) => {
      sessions.push(new WeakRef(session))
      return ({ kind }) => facts.push(kind)
    },
  })
  for (const end of ['close', 'drop', 'half-open'] as const) {
    const client = connect(server)
    await client.until('session.created')
    client.send(MANUAL, append(speech(300)), COMMIT, CREATE)
    await client.until('response.done')
    if (end === 'close') client.socket.close(1_000)
    else server.cut(end)
    client.socket.terminate()
    await eventually(() => [server.stats.openSessions, facts.at(-1)]).toEqual([0, 'closed'])
  }
  await eventually(() => {
    collect()
    return sessions.map((session) => session.deref())
  }).toEqual([undefined, undefined, undefined])
  expect([server.stats, facts.filter((kind) => ['committed', 'ended', 'cut'].includes(kind))]).toEqual([
    { sessionCount: 3, openSessions: 0, activeResponses: 0, refusedHandshakes: 0, refusedConnects: 0 },
    ['committed', 'ended', 'committed', 'ended', 'cut', 'committed', 'ended', 'cut'],
  ])
  await server.close()
})
