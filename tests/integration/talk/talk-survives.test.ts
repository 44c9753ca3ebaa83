import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { draftId } from '../../../src/shared/ids'
import { firstPlayed, hear, type Loop, loud, quiet, samplesOf, speak, startLoop } from '../support/loop'

/** A test has no hour: sessions of seconds are believed. */
const SECONDS = { shortestLifeMs: 0 }

test('hands-free, a connection that dies in mid-sentence loses no word of it', async () => {
  const loop = await startLoop()
  await loop.ready()
  loop.assistant.setMode('hands-free')
  await loop.until(() => expect(loop.audio.openTurn).not.toBeNull())
  const sentence = loud(60)
  hear(loop, sentence.slice(0, 40))
  await loop.until(() => expect(loop.view().hearing).toBe(true))
  loop.practice.cut('drop')
  await loop.until(() => expect(loop.view().connection.state).not.toBe('ready'))
  hear(loop, sentence.slice(40, 50)) // nobody stops in mid-sentence because a line broke
  await loop.until(() => expect(loop.view()).toMatchObject({ connection: { state: 'ready' }, switching: false }))
  hear(loop, [...sentence.slice(50), ...quiet(40)])
  await loop.until(() => expect(loop.practice.sessions[1]?.answered).toHaveLength(1))
  const got = samplesOf(loop.practice.sessions[1]?.committedAudio[0])
  const said = sentence.flatMap((pcm) => [...pcm])
  const at = got.indexOf(said[0] ?? 0)
  expect(got.slice(at, at + said.length)).toEqual(said)
})

test('a session near its end is replaced in a quiet moment, and the next question goes to the new one', async () => {
  const loop = await startLoop({ lifetimeSeconds: 4 }, {}, SECONDS)
  await loop.ready()
  loop.assistant.sendText('Which tree is this?')
  await loop.until(() => expect(loop.audio.calls.some((call) => call.startsWith('end'))).toBe(true))
  loop.audio.facts.playbackDrained(firstPlayed(loop), loop.audio.samplesPlayed(firstPlayed(loop)), 0)
  await loop.until(() => expect(loop.practice.sessions[1]?.restoredItems).toBe(2))
  const speech = speak(loop)
  await loop.until(() => expect(loop.practice.sessions[1]?.committedAudio).toHaveLength(1))
  await loop.until(() => expect(loop.practice.sessions[0]?.closeCode).not.toBeNull()) // a goodbye takes its time
  expect({ state: loop.view().connection.state, notice: loop.view().notice, closed: loop.practice.sessions[0]?.closeCode, samples: samplesOf(loop.practice.sessions[1]?.committedAudio[0]) }).toEqual({
    state: 'ready',
    notice: null,
    closed: 1000,
    samples: [...speech],
  })
})

test('a session that ends in the middle of a long press is replaced under it: the whole speech goes to the new one', async () => {
  const loop = await startLoop({ lifetimeSeconds: 4 }, {}, SECONDS)
  await loop.ready()
  loop.assistant.press()
  const turn = loop.audio.openTurn
  if (turn === null) throw new Error('the press opened nothing')
  loop.audio.facts.captureReady(turn)
  const speech = loud(40)
  for (const pcm of speech.slice(0, 20)) loop.audio.facts.captureFrame(turn, pcm)
  await loop.until(() => expect(loop.practice.sessions[0]?.closeCode).toBe(1000))
  for (const pcm of speech.slice(20)) loop.audio.facts.captureFrame(turn, pcm)
  loop.assistant.release()
  loop.audio.facts.captureClosed(turn, 40 * 480)
  await loop.until(() => expect(loop.practice.sessions[1]?.committedAudio).toHaveLength(1))
  expect(samplesOf(loop.practice.sessions[1]?.committedAudio[0])).toEqual(speech.flatMap((pcm) => [...pcm]))
})

test('a server that asks to wait is asked again by itself', async () => {
  const loop = await startLoop({ faults: [{ name: 'failed-rate-limit', value: 200, times: 1 }] })
  await loop.ready()
  speak(loop)
  await loop.until(() => expect(loop.view().notice?.tag).toBe('slow-down'))
  await loop.until(() => expect(loop.view().phase).toBe('speaking'))
  expect({ notice: loop.view().notice, asked: loop.practice.sessions[0]?.receivedTypes.filter((type) => type === 'response.create').length }).toEqual({ notice: null, asked: 2 })
})

test('what cannot be delivered in time becomes a draft, and is sent again from there', async () => {
  const loop = await startLoop({}, { deliverWithinSeconds: 5 })
  await loop.ready()
  loop.practice.addFaults([{ name: 'http-503' }])
  loop.practice.cut('drop')
  await loop.until(() => expect(loop.view().connection.state).not.toBe('ready'))
  const speech = speakLong(loop)
  await loop.until(() => expect(loop.view().notice?.tag).toBe('undelivered'))
  const drafts = await loop.history.drafts()
  const draft = drafts.ok ? drafts.value[0] : undefined
  if (draft === undefined) throw new Error('there is no draft')
  loop.practice.setFaults([])
  loop.assistant.retryConnection()
  await loop.ready()
  await loop.assistant.actions.sendDraft(draft.id)
  await loop.until(() => expect(loop.practice.sessions.at(-1)?.committedAudio).toHaveLength(1))
  await loop.until(() => expect(loop.view().phase).toBe('speaking'))
  const left = await loop.history.drafts()
  expect({ ms: draft.ms, same: samplesOf(loop.practice.sessions.at(-1)?.committedAudio[0]), left: left.ok && left.value }).toEqual({ ms: 1_200, same: speech, left: [] })
})

/** A second and a bit. */
function speakLong(loop: Loop): number[] {
  loop.assistant.press()
  const turn = loop.audio.openTurn
  if (turn === null) throw new Error('the press opened nothing')
  loop.audio.facts.captureReady(turn)
  const frames = loud(60)
  for (const pcm of frames) loop.audio.facts.captureFrame(turn, pcm)
  loop.assistant.release()
  loop.audio.facts.captureClosed(turn, 60 * 480)
  return frames.flatMap((pcm) => [...pcm])
}

/** The words are held back until the answer is done, which takes its time, and the connection dies before. */
const NO_WORDS = { faults: [{ name: 'reordered-transcription' }], pacing: { speed: 0.1 } } as const
const digest = (samples: readonly number[]) => createHash('sha256').update(Int16Array.from(samples)).digest('hex')
const told = (loop: Loop) => loop.practice.sessions.at(-1)?.context.map(({ role, text }) => `${role}: ${text}`)

test('a question whose words had not come when its answer was cut is told to the next session as it was spoken', async () => {
  const loop = await startLoop(NO_WORDS)
  await loop.ready()
  const speech = speakLong(loop)
  await loop.until(() => expect(loop.view().phase).toBe('speaking'))
  loop.practice.cut('drop')
  await loop.until(() => expect(loop.practice.sessions[1]?.restoredItems).toBeGreaterThan(0))
  const [question] = loop.practice.sessions[1]?.answered ?? []
  expect([question?.bytes, question?.sha256, told(loop)?.[0]]).toEqual([speech.length * 2, digest(speech), 'user: '])
})

test('and so is one that was asked hands-free', async () => {
  const loop = await startLoop(NO_WORDS)
  await loop.ready()
  loop.assistant.setMode('hands-free')
  await loop.until(() => expect(loop.audio.openTurn).not.toBeNull())
  hear(loop, loud(40))
  await loop.until(() => expect(loop.view().hearing).toBe(true))
  hear(loop, [...loud(40), ...quiet(40)])
  await loop.until(() => expect(loop.view().phase).toBe('speaking'))
  loop.practice.cut('drop')
  await loop.until(() => expect(loop.practice.sessions[1]?.restoredItems).toBeGreaterThan(0))
  const [question] = loop.practice.sessions[1]?.answered ?? []
  expect(question?.bytes).toBeGreaterThanOrEqual(80 * 960)
})

test('a change that ends the session while a question waits for its answer keeps it as a draft, even if the server had it', async () => {
  const loop = await startLoop({ pacing: { thinkMs: 5_000 } })
  await loop.ready()
  const speech = speakLong(loop)
  const questions = () => loop.assistant.snapshot().items.filter(({ role }) => role === 'user').map(({ id }) => id)
  await loop.until(() => expect([loop.practice.sessions[0]?.committedAudio.length, questions().length]).toEqual([1, 1])) // and said so
  expect(loop.assistant.updateSettings({ voice: 'cedar' }).ok).toBe(true) // only a new session can have it
  const drafts = await loop.history.drafts()
  expect(drafts.ok && drafts.value.map(({ ms }) => ms)).toEqual([speech.length / 24])
  const [first] = questions()
  expect(questions()).toEqual([first ?? 'shown as ever'])
  const draft = drafts.ok ? drafts.value[0] : undefined
  await loop.assistant.actions.sendDraft(draft?.id ?? draftId('none'))
  await loop.until(() => expect(loop.practice.sessions.at(-1)?.committedAudio).toHaveLength(1))
  await loop.until(() => expect(questions()).not.toContain(first)) // the question that was sent has taken its place
  expect(questions()).toHaveLength(1)
})
