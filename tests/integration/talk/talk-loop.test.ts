import { expect, test } from 'vitest'
import { TUNING } from '../../../src/main/talk/core/turn/tuning'
import { firstPlayed, hear, type Loop, ramp, samplesOf, speak, startLoop } from '../support/loop'

test('hold, speak, let go: the server gets exactly what was said, and its answer is played whole', async () => {
  const loop = await startLoop()
  await loop.ready()
  const speech = speak(loop)
  await loop.until(() => expect(loop.audio.calls.some((call) => call.startsWith('end'))).toBe(true))
  const item = firstPlayed(loop)
  loop.audio.facts.playbackDrained(item, speech.length, 0)
  await loop.until(() => expect(loop.view().phase).toBe('idle'))
  expect({
    committed: samplesOf(loop.practice.sessions[0]?.committedAudio[0]),
    played: loop.audio.samplesPlayed(item),
    texts: loop.assistant.snapshot().items.map(({ role, status }) => `${role} ${status}`),
  }).toEqual({ committed: [...speech], played: speech.length, texts: ['user done', 'assistant done'] })
})

test('a press before the connection is ready loses nothing', async () => {
  const loop = await startLoop({ faults: [{ name: 'slow-session-created', value: 300 }] })
  const speech = speak(loop)
  await loop.until(() => expect(loop.practice.sessions[0]?.committedAudio.length).toBe(1))
  expect(samplesOf(loop.practice.sessions[0]?.committedAudio[0])).toEqual([...speech])
})

test.each(['before the microphone is open', 'after some 40 ms'])('a press that joins the speech before it, let go %s: that speech is sent, whole', async (moment) => {
  const loop = await startLoop()
  await loop.ready()
  const { audio, assistant } = loop
  const [first, second] = [ramp(12_000), moment.startsWith('before') ? new Int16Array() : ramp(960)]
  assistant.press()
  hear(loop, [first])
  assistant.release()
  assistant.press()
  const turn = audio.openTurn
  if (turn === null) throw new Error('the press opened nothing')
  if (second.length > 0) {
    audio.facts.captureReady(turn)
    audio.facts.captureFrame(turn, second)
  }
  assistant.release()
  audio.facts.captureClosed(turn, second.length)
  await loop.until(() => expect(loop.practice.sessions[0]?.committedAudio).toHaveLength(1))
  expect({ committed: samplesOf(loop.practice.sessions[0]?.committedAudio[0]), notice: loop.view().notice }).toEqual({ committed: [...first, ...second], notice: null })
})

test('a tap is no question, however much was heard before it', async () => {
  const loop = await startLoop()
  await loop.ready()
  const { assistant, audio } = loop
  assistant.press()
  const turn = audio.openTurn
  if (turn === null) throw new Error('the microphone did not open')
  audio.facts.captureReady(turn, 9_600)
  const samples = 9_600 + (50 + TUNING.releaseTailMs) * 24
  audio.facts.captureFrame(turn, new Int16Array(samples))
  assistant.release()
  audio.facts.captureClosed(turn, samples)
  await loop.until(() => expect(loop.view().slip?.tag).toBe('too-short'))
  expect([loop.view().phase, loop.view().notice, loop.practice.sessions[0]?.committedAudio.length]).toEqual(['idle', null, 0])
})

test('a connection that dies as the turn is committed: the next one gets the turn, once', async () => {
  const loop = await startLoop({ faults: [{ name: 'drop-on-commit', times: 1 }] })
  await loop.ready()
  const speech = speak(loop)
  await loop.until(() => expect(loop.practice.sessions[1]?.committedAudio.length).toBe(1))
  expect([samplesOf(loop.practice.sessions[0]?.committedAudio[0]), samplesOf(loop.practice.sessions[1]?.committedAudio[0])]).toEqual([[], [...speech]])
})

test('a barge-in tells the server what was heard and shows the rest as not heard', async () => {
  const loop = await startLoop()
  await loop.ready()
  speak(loop)
  await loop.until(() => expect(loop.view().phase).toBe('speaking'))
  await loop.until(() => expect(loop.audio.calls.some((call) => call.startsWith('end'))).toBe(true))
  const item = firstPlayed(loop)
  loop.assistant.press()
  loop.audio.facts.playbackStopped(1, [{ item, heardSamples: 4_800 }], 0)
  await loop.until(() => expect(loop.practice.sessions[0]?.truncations.length).toBe(1))
  const answer = loop.assistant.snapshot().items.find(({ role }) => role === 'assistant')
  expect({
    truncations: loop.practice.sessions[0]?.truncations,
    status: answer?.status,
    unheard: (answer?.heardChars ?? 0) < (answer?.text.length ?? 0),
  }).toEqual({ truncations: [{ itemId: loop.practice.sessions[0]?.context.at(-1)?.id, audioEndMs: 200 }], status: 'interrupted', unheard: true })
})

test('the server goes in mid-answer: one sentence, what was received is played, and a new connection is made', async () => {
  const loop = await startLoop({ faults: [{ name: 'drop-mid-answer', times: 1 }] })
  await loop.ready()
  speak(loop)
  await loop.until(() => expect(loop.view().notice?.tag).toBe('server-gone'))
  const item = firstPlayed(loop)
  loop.audio.facts.playbackDrained(item, loop.audio.samplesPlayed(item), 0)
  await loop.ready()
  expect({ phase: loop.view().phase, ended: loop.audio.calls.includes(`end ${item}`), sessions: loop.practice.sessions.length }).toEqual({
    phase: 'idle',
    ended: true,
    sessions: 2,
  })
})

test('hands-free opens the gate only after the server has agreed, and closes it before asking back', async () => {
  const loop = await startLoop()
  await loop.ready()
  loop.assistant.setMode('hands-free')
  const before = loop.audio.openTurn
  await loop.until(() => expect(loop.audio.openTurn).not.toBeNull())
  loop.assistant.setMode('hold')
  const after = loop.audio.openTurn
  await loop.until(() => expect(loop.view().switching).toBe(false))
  const updates = loop.practice.sessions[0]?.receivedTypes.filter((type) => type === 'session.update').length
  expect({ before, after, updates, mode: loop.view().mode }).toEqual({ before: null, after: null, updates: 3, mode: 'hold' })
})

const saidIn = (loop: Loop, session: number): unknown[] =>
  (loop.practice.sessions[session]?.received ?? []).filter(({ type }) => type === 'conversation.item.create').map(({ item }) => item)

test('a new session is told what was said and heard; another server is told nothing', async () => {
  const loop = await startLoop()
  await loop.ready()
  loop.assistant.sendText('Which tree is this?')
  await loop.until(() => expect(loop.audio.calls.some((call) => call.startsWith('end'))).toBe(true))
  loop.audio.facts.playbackDrained(firstPlayed(loop), loop.audio.samplesPlayed(firstPlayed(loop)), 0)
  await loop.until(() => expect(loop.view().phase).toBe('idle'))
  loop.assistant.updateSettings({ voice: 'cedar' })
  await loop.until(() => expect(saidIn(loop, 1)).toHaveLength(2))
  await loop.ready()
  loop.assistant.updateSettings({ endpoint: { kind: 'custom', url: loop.practice.url } })
  await loop.assistant.servers.enterSecret(loop.practice.token)
  await loop.until(() => expect(loop.practice.sessions[2]?.receivedTypes).toContain('session.update'))
  await loop.ready()
  expect({
    told: saidIn(loop, 1).map((item) => JSON.stringify(item).includes('output_text')),
    elsewhere: saidIn(loop, 2),
    shown: loop.assistant.snapshot().items.map(({ role }) => role),
  }).toEqual({ told: [false, true], elsewhere: [], shown: ['user', 'assistant'] })
})

test('a question whose session dies is asked again and stands on the screen once', async () => {
  const loop = await startLoop({ script: [{ thinkMs: 8_000 }] })
  await loop.ready()
  speak(loop)
  await loop.until(() => expect(loop.assistant.snapshot().items).toHaveLength(1))
  loop.practice.setFaults([{ name: 'drop-after-ms', value: 0, times: 1 }])
  await loop.until(() => expect(loop.practice.sessions[1]?.committedAudio.length).toBe(1))
  await loop.until(() => expect(loop.assistant.snapshot().items.some(({ role, text }) => role === 'assistant' && text !== '')).toBe(true))
  expect(loop.assistant.snapshot().items.map(({ role }) => role)).toEqual(['user', 'assistant'])
})
