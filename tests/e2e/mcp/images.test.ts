import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/app/eventually'
import { type PracticeApp, session, startPracticeApp } from '../support/app/practice-app'
import { entered, hostile } from '../support/mcp/entered'
import { startRig, type Rig } from '../support/sound/rig'

/** Images of results go through the panel's page: what it cannot decode is said, and nothing goes on as it came. */
let rig: Rig
let talking: PracticeApp
beforeAll(async () => {
  rig = await startRig()
  const servers = [hostile('pictures', 'images'), hostile('web', 'web-images')]
  talking = await startPracticeApp(rig, {}, { settings: entered(servers, servers.map((server) => ({ server, tool: 'echo', level: 0 as const }))) })
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

const received = () => JSON.stringify(session(talking.practice).received)

test('a WebP comes as a JPEG; what breaks off, a bomb and what is no image are refused in words', async () => {
  await eventually(() => Promise.resolve(received().includes('pictures_echo'))).toBe(true)
  await talking.app.page.evaluate(() => window.assistant.sendText('/call pictures_echo {}'))
  await eventually(() => Promise.resolve(received().includes('Four pictures.'))).toBe(true)
  await eventually(() => Promise.resolve(received().includes('input_image'))).toBe(true)
  const images = [...received().matchAll(/\[(image\/[a-z]+), \d+ bytes\]/g)].map(([, type]) => type)
  expect({ images, words: ['[image 1]', '[image 2 cannot be shown]', '[an image that cannot be shown: image/png'].map((words) => received().split(words).length - 1) }).toEqual({
    images: ['image/jpeg'], words: [1, 1, 2],
  })
})

test('a GIF and an AVIF come as JPEGs, too, whatever they are called; what breaks off, moves or is a bomb is refused in words', async () => {
  const before = received().length
  await eventually(() => Promise.resolve(received().includes('web_echo'))).toBe(true)
  await talking.app.page.evaluate(() => window.assistant.sendText('/call web_echo {}'))
  const since = () => received().slice(before)
  await eventually(() => Promise.resolve(since().includes('input_image'))).toBe(true)
  const images = [...since().matchAll(/\[(image\/[a-z]+), \d+ bytes\]/g)].map(([, type]) => type)
  expect({ images, words: ['Nine pictures.', '[image 1 cannot be shown]', '[image 2 cannot be shown]', '[image 3 cannot be shown]', '[an image that cannot be shown: image/png'].map((words) => since().split(words).length - 1) }).toEqual({
    images: ['image/jpeg', 'image/jpeg'], words: [1, 0, 0, 1, 6],
  })
})
