import { expect, test } from 'vitest'
import { conversationId } from '../../../src/shared/ids'
import { sampleJpeg, samplePng } from '../../fakes/sample-images'
import { hear, loud, quiet, speak, startLoop, type Loop } from '../support/loop'

const PHOTO = sampleJpeg(1_568, 1_000, 5_000)
const SHOT = samplePng(40, 30)

const pictures = ({ practice }: Loop) => practice.sessions.at(-1)?.images.map(({ width, height }) => `${String(width)} × ${String(height)}`) ?? []
const asked = ({ practice }: Loop) => practice.sessions.at(-1)?.receivedTypes.filter((type) => /item\.create|commit|response\.create/.test(type)) ?? []
const waiting = (loop: Loop) => loop.view().attachments.map(({ name }) => name)
const shownImages = (loop: Loop) => loop.assistant.snapshot().items.map(({ role, text, images = [] }) => `${role}: ${text} (${String(images.length)})`)

test('images go out with typed words, in one item; the view has none of their bytes', async () => {
  const loop = await startLoop({ pacing: { speed: 50 } })
  await loop.ready()
  loop.assistant.attachImage('photo.jpg', PHOTO)
  loop.assistant.attachImage('shot.png', SHOT)
  const before = waiting(loop)
  loop.assistant.sendText('What is this?')
  await loop.until(() => expect(shownImages(loop)).toHaveLength(2))
  expect({ before, left: waiting(loop), pictures: pictures(loop), asked: asked(loop), items: shownImages(loop)[0], small: JSON.stringify(loop.assistant.snapshot()).length < 5_000 }).toEqual({
    before: ['photo.jpg', 'shot.png'], left: [], pictures: ['1568 × 1000', '40 × 30'], asked: ['conversation.item.create', 'response.create'], items: 'user: What is this? (2)', small: true,
  })
})

test('without words they go alone; without either nothing goes', async () => {
  const loop = await startLoop({ pacing: { speed: 50 } })
  await loop.ready()
  const refused = loop.assistant.sendText('')
  loop.assistant.attachImage('shot.png', SHOT)
  const sent = loop.assistant.sendText('')
  await loop.until(() => expect(pictures(loop)).toEqual(['40 × 30']))
  expect({ refused: refused.ok, sent: sent.ok }).toEqual({ refused: false, sent: true })
})

test('with a spoken question they go just before its commit, and a cancelled one leaves them waiting', async () => {
  const loop = await startLoop({ pacing: { speed: 50 } })
  await loop.ready()
  loop.assistant.attachImage('shot.png', SHOT)
  loop.assistant.press()
  loop.assistant.cancel()
  const kept = waiting(loop)
  speak(loop)
  await loop.until(() => expect(asked(loop)).toContain('response.create'))
  expect({ kept, left: waiting(loop), asked: asked(loop), pictures: pictures(loop) }).toEqual({ kept: ['shot.png'], left: [], asked: ['conversation.item.create', 'input_audio_buffer.commit', 'response.create'], pictures: ['40 × 30'] })
})

test('hands-free they go when the person begins to speak', async () => {
  const loop = await startLoop({ pacing: { speed: 50 } })
  await loop.ready()
  loop.assistant.setMode('hands-free')
  await loop.until(() => expect(loop.audio.openTurn).not.toBeNull())
  const turn = loop.audio.openTurn
  if (turn !== null) loop.audio.facts.captureReady(turn)
  loop.assistant.attachImage('shot.png', SHOT)
  await loop.until(() => expect(loop.view().mode).toBe('hands-free'))
  const before = pictures(loop)
  hear(loop, loud(40))
  await loop.until(() => expect(pictures(loop)).toEqual(['40 × 30']))
  hear(loop, quiet(60))
  await loop.until(() => expect(loop.practice.sessions.at(-1)?.answered.at(-1)?.begun).toBe(true))
  expect({ before, left: waiting(loop) }).toEqual({ before: [], left: [] })
})

test('a spoken question with an image that meets a dead connection arrives whole, once, in the next session', async () => {
  const loop = await startLoop({ pacing: { speed: 50 }, faults: [{ name: 'drop-on-commit', times: 1 }] })
  await loop.ready()
  loop.assistant.attachImage('shot.png', SHOT)
  speak(loop)
  await loop.until(() => expect(loop.practice.sessions.at(-1)?.answered.at(-1)?.completed).toBe(true))
  const told = loop.practice.sessions.at(-1)?.context.filter(({ role }) => role === 'user').map(({ audioMs, images = [] }) => `${String(audioMs)} ms, ${String(images.length)} images`)
  expect({ sessions: loop.practice.sessions.length, told, shown: shownImages(loop).slice(0, 1) }).toEqual({ sessions: 2, told: ['null ms, 1 images', '500 ms, 0 images'], shown: ['user:  (1)'] })
})

test('an old conversation that goes on shows its newest images again', async () => {
  const loop = await startLoop({ pacing: { speed: 50 } })
  await loop.ready()
  loop.assistant.attachImage('photo.jpg', PHOTO)
  loop.assistant.sendText('What is this?')
  await loop.until(() => expect(loop.history.pictures.size).toBe(1))
  const [talk] = loop.history.talks.keys()
  loop.assistant.newConversation({ private: false })
  await loop.ready()
  await loop.assistant.actions.continueConversation(talk ?? conversationId('none'))
  await loop.until(() => expect(loop.practice.sessions.length).toBeGreaterThan(2))
  await loop.until(() => expect(pictures(loop)).toEqual(['1568 × 1000']))
})

test('of a private conversation no image is written, and it is gone with it', async () => {
  const loop = await startLoop({ pacing: { speed: 50 } })
  await loop.ready()
  loop.assistant.newConversation({ private: true })
  await loop.ready()
  loop.assistant.attachImage('photo.jpg', PHOTO)
  loop.assistant.sendText('What is this?')
  await loop.until(() => expect(pictures(loop)).toHaveLength(1))
  const id = loop.assistant.snapshot().items[0]?.images?.[0]?.id
  const during = id === undefined ? null : await loop.assistant.image(id)
  loop.assistant.newConversation({ private: false })
  const after = id === undefined ? null : await loop.assistant.image(id)
  expect({ during: during?.bytes.length, after, written: loop.history.pictures.size }).toEqual({ during: PHOTO.length, after: null, written: 0 })
})
