import { expect, test } from 'vitest'
import { defaultSettings } from '../../../src/shared/settings'
import { hear, type Loop, loud, ramp, samplesOf, startLoop } from '../support/loop'

const { vad } = defaultSettings('linux')

/** The newest `turn_detection` that the server took or refused. */
const asked = (loop: Loop) =>
  (loop.practice.sessions[0]?.received ?? []).filter(({ type }) => type === 'session.update').map((event) => detectionOf(event))

function detectionOf(event: Readonly<Record<string, unknown>>): unknown {
  const text = JSON.stringify(event['session'])
  return /"turn_detection":(null|\{.*?\})/.exec(text)?.[1]?.replace(/^\{"type":"([a-z_]+)".*/, '$1')
}

test('hands-free goes by what was said where the server can', async () => {
  const loop = await startLoop({}, { vad: { ...vad, kind: 'semantic', eagerness: 'low' } })
  await loop.ready()
  loop.assistant.setMode('hands-free')
  await loop.until(() => expect(loop.audio.openTurn).not.toBeNull())
  expect({ asked: asked(loop), notice: loop.view().notice }).toEqual({ asked: ['null', 'semantic_vad'], notice: null })
})

test('a server that cannot goes by silence, with one sentence, and is not asked twice', async () => {
  const loop = await startLoop({ faults: ['no-semantic-vad'] }, { vad: { ...vad, kind: 'semantic' } })
  await loop.ready()
  loop.assistant.setMode('hands-free')
  await loop.until(() => expect(loop.audio.openTurn).not.toBeNull())
  const told = loop.view().notice?.tag
  loop.assistant.setMode('hold')
  await loop.until(() => expect(loop.view().switching).toBe(false))
  loop.assistant.setMode('hands-free')
  await loop.until(() => expect(loop.audio.openTurn).not.toBeNull())
  expect({ told, asked: asked(loop) }).toEqual({ told: 'vad', asked: ['null', 'semantic_vad', 'server_vad', 'null', 'server_vad'] })
})

test('a change of the settings reaches a session that listens', async () => {
  const loop = await startLoop()
  await loop.ready()
  loop.assistant.setMode('hands-free')
  await loop.until(() => expect(loop.audio.openTurn).not.toBeNull())
  loop.assistant.updateSettings({ vad: { ...vad, silenceMs: 900 } })
  await loop.until(() => expect(asked(loop)).toHaveLength(3))
  expect(JSON.stringify(loop.practice.sessions[0]?.received.at(-1))).toContain('"silence_duration_ms":900')
})

test('zeros are a dead microphone until it has been heard; between two sentences they are a noise gate', async () => {
  const loop = await startLoop()
  await loop.ready()
  loop.assistant.setMode('hands-free')
  await loop.until(() => expect(loop.audio.openTurn).not.toBeNull())
  loop.audio.facts.deviceNews('mic-silent', 'Desk')
  const before = loop.view().notice
  loop.assistant.dismissNotice(before?.id ?? -1)
  hear(loop, loud(20))
  await loop.until(() => expect(loop.view().hearing).toBe(true))
  loop.audio.facts.deviceNews('mic-silent', 'Desk')
  expect([before?.tag, loop.view().notice]).toEqual(['mic-silent', null])
})

test('what is told of a microphone that opens with the key is there behind the press, which wipes notices away, and once only', async () => {
  const loop = await startLoop()
  await loop.ready()
  loop.audio.facts.deviceNews('mic-one-channel', 'Interface')
  const early = loop.view().notice
  loop.assistant.press()
  const turn = loop.audio.openTurn
  if (turn === null) throw new Error('the press opened nothing')
  loop.audio.facts.captureReady(turn)
  const told = loop.view().notice
  loop.assistant.dismissNotice(told?.id ?? -1)
  loop.audio.facts.deviceNews('mic-one-channel', 'Interface')
  expect([early, told?.tag, loop.view().notice]).toEqual([null, 'mic-one-channel', null])
})

function sayAndDiscard({ audio, assistant }: Loop): Int16Array {
  const speech = ramp(24_000)
  assistant.press()
  const turn = audio.openTurn
  if (turn === null) throw new Error('the press opened nothing')
  audio.facts.captureReady(turn)
  for (let at = 0; at < speech.length; at += 480) audio.facts.captureFrame(turn, speech.slice(at, at + 480))
  assistant.cancel()
  return speech
}

test('what was discarded is sent after all: whole, once, and answered', async () => {
  const loop = await startLoop()
  await loop.ready()
  const speech = sayAndDiscard(loop)
  const offered = loop.view().undoMs !== null
  loop.assistant.undoCancel()
  loop.assistant.undoCancel()
  await loop.until(() => expect(loop.view().phase).toBe('speaking'))
  expect({ offered, committed: loop.practice.sessions[0]?.committedAudio.map(samplesOf), left: loop.view().undoMs }).toEqual({
    offered: true,
    committed: [[...speech]],
    left: null,
  })
})

test('a new talk is not told what was discarded in the old one', async () => {
  const loop = await startLoop()
  await loop.ready()
  sayAndDiscard(loop)
  loop.assistant.newConversation({ private: false })
  loop.assistant.undoCancel()
  expect([loop.view().undoMs, loop.view().phase]).toEqual([null, 'idle'])
})

test('and one that knows no other way than by what was said gets that', async () => {
  const loop = await startLoop({ faults: ['no-server-vad', 'nameless-errors'] })
  await loop.ready()
  loop.assistant.setMode('hands-free')
  await loop.until(() => expect(loop.audio.openTurn).not.toBeNull())
  expect({ told: loop.view().notice?.tag, asked: asked(loop) }).toEqual({ told: 'vad', asked: ['null', 'server_vad', 'semantic_vad'] })
})

test('a server that cannot listen hands-free at all says so at once', async () => {
  const loop = await startLoop({ faults: ['no-server-vad', 'no-semantic-vad'] })
  await loop.ready()
  loop.assistant.setMode('hands-free')
  await loop.until(() => expect(loop.view().notice?.tag).toBe('no-hands-free'))
  expect({ mode: loop.view().mode, gate: loop.audio.openTurn }).toEqual({ mode: 'hold', gate: null })
})

test('a server that begins in its own way, refuses what it does not know and names nothing is talked to', async () => {
  const loop = await startLoop({ faults: ['conversation-created', 'bare-session', 'nameless-errors'] })
  await loop.ready()
  loop.assistant.sendText('Hello')
  await loop.until(() => expect(loop.view().phase).toBe('speaking'))
  expect({ sessions: loop.practice.sessions.length, notice: loop.view().notice, asked: asked(loop) }).toEqual({ sessions: 1, notice: null, asked: ['null', 'null', 'null', 'null'] })
})
