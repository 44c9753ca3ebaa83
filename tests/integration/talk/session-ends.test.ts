import { expect, test } from 'vitest'
import { wsTransport } from '../../../src/main/providers/adapters/ws-transport'
import { hear, type Loop, loud, samplesOf, startLoop } from '../support/loop'

const draftMs = async ({ history }: Loop) => {
  const drafts = await history.drafts()
  return drafts.ok ? drafts.value.map(({ ms }) => ms) : drafts.error
}

async function listening(options: Parameters<typeof startLoop>[0] = {}): Promise<Loop> {
  const loop = await startLoop(options)
  await loop.ready()
  loop.assistant.setMode('hands-free')
  await loop.until(() => expect(loop.audio.openTurn).not.toBeNull())
  return loop
}

/** In mid-sentence, and heard. */
async function speaking(loop: Loop): Promise<void> {
  hear(loop, loud(60))
  await loop.until(() => expect(loop.view().hearing).toBe(true))
}

test('another voice in mid-sentence, hands-free: what was said is a draft, and it listens again', async () => {
  const loop = await listening()
  await speaking(loop)
  loop.assistant.updateSettings({ voice: 'cedar' })
  expect(await draftMs(loop)).toEqual([1_000])
  await loop.until(() => expect([loop.practice.sessions.length, loop.audio.openTurn !== null]).toEqual([2, true]))
  expect({ mode: loop.view().mode, muted: loop.view().muted, notice: loop.view().notice }).toEqual({ mode: 'hands-free', muted: false, notice: null })
})

test('a microphone that fails in mid-sentence, hands-free: what was said is a draft', async () => {
  const loop = await listening()
  await speaking(loop)
  const segment = loop.audio.openTurn
  if (segment === null) throw new Error('the gate is shut')
  loop.audio.facts.captureFailed(segment, 'mic-lost')
  await loop.until(() => expect(loop.view().mode).toBe('hold'))
  expect(await draftMs(loop)).toEqual([1_000])
})

test('a conversation that is opened while hands-free is muted leaves it muted', async () => {
  const loop = await listening()
  loop.assistant.press()
  loop.assistant.newConversation({ private: false })
  await loop.until(() => expect(loop.practice.sessions).toHaveLength(2))
  await loop.until(() => expect([loop.view().connection.state, loop.view().switching]).toEqual(['ready', false]))
  expect({ muted: loop.view().muted, gate: loop.audio.openTurn }).toEqual({ muted: true, gate: null })
})

test.each(['close-1000', 'close-4000-silent'] as const)('%s while nobody talks is sleep: no word about it, and the next press wakes it', async (kind) => {
  const loop = await startLoop()
  await loop.ready()
  loop.practice.cut(kind)
  await loop.until(() => expect(loop.view().connection).toEqual({ state: 'asleep' }))
  const { notice } = loop.view()
  loop.assistant.sendText('Hello')
  await loop.until(() => expect(loop.view().phase).toBe('speaking'))
  expect({ notice, sessions: loop.practice.sessions.length }).toEqual({ notice: null, sessions: 2 })
})

test('close-1000 in mid-speech: every sample is in the draft, and the sentence says so', async () => {
  const loop = await startLoop()
  await loop.ready()
  loop.assistant.press()
  const turn = loop.audio.openTurn
  if (turn === null) throw new Error('the press opened nothing')
  loop.audio.facts.captureReady(turn)
  for (const pcm of loud(30)) loop.audio.facts.captureFrame(turn, pcm)
  await loop.until(() => expect(loop.practice.sessions[0]?.appendedBytes).toBe(30 * 960))
  loop.practice.cut('close-1000')
  await loop.until(() => expect(loop.view().connection).toEqual({ state: 'asleep' }))
  for (const pcm of loud(5)) loop.audio.facts.captureFrame(turn, pcm) // they were on their way
  loop.audio.facts.captureClosed(turn, 35 * 480)
  await loop.until(() => expect(loop.view().notice).toMatchObject({ tag: 'session-ended', kept: true }))
  expect(await draftMs(loop)).toEqual([700])
})

test('close-1000 under a question that waits: it is asked again in a session of its own', async () => {
  const loop = await startLoop({ pacing: { thinkMs: 400 } })
  await loop.ready()
  loop.assistant.sendText('Hello')
  await loop.until(() => expect(loop.practice.sessions[0]?.receivedTypes).toContain('response.create'))
  loop.practice.cut('close-1000')
  await loop.until(() => expect(loop.view().phase).toBe('speaking'))
  expect(loop.practice.sessions).toHaveLength(2)
})

test('close-1000 in mid-sentence, hands-free: the next session hears all of it', async () => {
  const loop = await listening()
  await speaking(loop)
  loop.practice.cut('close-1000')
  await loop.until(() => expect(loop.practice.sessions[1]?.appendedBytes).toBeGreaterThanOrEqual(48_000))
  expect([samplesOf(loop.practice.sessions[1]?.committedAudio[0]), loop.view().mode]).toEqual([[], 'hands-free'])
})

const handshakeDate = ({ practice }: Loop) =>
  new Promise<number>((resolve) => {
    const socket = wsTransport.connect(
      { url: `${practice.url}?model=practice-echo`, headers: { Authorization: `Bearer ${practice.token}` } },
      {
        opened: (serverTime) => {
          socket.close()
          resolve(serverTime ?? Number.NaN)
        },
        alive: () => undefined,
        message: () => undefined,
        closed: () => resolve(Number.NaN),
      },
    )
  })

test('the handshake says what time it is at the server', async () => {
  const loop = await startLoop({ faults: ['other-clock'] })
  const header = await handshakeDate(loop)
  expect(Math.round((Date.now() - header) / 60_000)).toBe(60)
})
