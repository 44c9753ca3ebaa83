import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PracticeServer, startPracticeServer } from '../../support/practice/practice-server'
import { errorWords } from '../../../src/shared/errors/error-words'
import type { ErrorTag } from '../../../src/shared/errors/errors'
import { type App, startApp, useEndpoint } from '../support/app/app'
import { drop } from '../support/talk/dropped'
import { eventually } from '../support/app/eventually'
import { historyPage } from '../support/history/history-page'
import { makeImages, MOVING_GIF, sparse, turned, written } from '../support/image-files'
import { session } from '../support/app/practice-app'
import { startRig, type Rig } from '../support/sound/rig'
import { holdAndSay, mark, sentence } from '../support/app/talking'
import { wordsOf } from '../support/talk/typed-talk'

/** Pictures in the talk, from the hand of the person to the endpoint, through a cut, and back on the day after. */
let rig: Rig
let practice: PracticeServer
let app: App
let [photo, screenshot, noise]: readonly string[] = []
beforeAll(async () => {
  rig = await startRig()
  practice = await startPracticeServer()
  app = await startApp(rig)
  await useEndpoint(app, practice)
  ;[photo, screenshot, noise] = await makeImages(app.page, rig.folder, [
    { name: 'photo.jpg', width: 3_000, height: 2_000, type: 'image/jpeg' },
    { name: 'screenshot.png', width: 800, height: 500, type: 'image/png' },
    { name: 'noise.png', width: 1_600, height: 1_600, type: 'image/png', noise: true },
  ])
})
afterAll(async () => {
  await app.close()
  await practice.close()
  await rig.stop()
})

/** Noise is encoded again and again until it is small enough. */
const READY_WITHIN_MS = 15_000

const byId = (id: string) => app.page.getByTestId(id)
const some = (path: string | undefined): string => path ?? ''
const attached = () => wordsOf(app.page, 'attachment')
const problem = () => app.page.locator('.text-problem').innerText()
const received = () => session(practice).images.map(({ type, width, height }) => `${type} ${String(width)} × ${String(height)}`)
/** What the client asked of the server, sound apart. */
const asked = () => session(practice).received.filter(({ type }) => !['session.update', 'input_audio_buffer.append', 'input_audio_buffer.clear'].includes(type))

/** As "Copy image" in a browser's menu does it. */
async function copyImage(image: Locator): Promise<void> {
  const box = await image.boundingBox()
  const [x, y] = [Math.round((box?.x ?? 0) + 20), Math.round((box?.y ?? 0) + 20)]
  await app.electron.evaluate(({ webContents }, [url, left, top]) => webContents.getAllWebContents().find((each) => each.getURL() === url)?.copyImageAt(Number(left), Number(top)), [app.page.url(), x, y] as const)
}

async function sent(since: number): Promise<void> {
  await mark(app, 'playbackDrained', since)
  await app.trace.untilPhase('idle', { since })
}

test('an image dropped into the panel reaches the endpoint in the size and shape the API wants, with the words typed to it', async () => {
  const upright = written(rig.folder, 'upright.jpg', turned(readFileSync(some(photo))))
  await drop(app.page, [upright], () => byId('drop-target').waitFor())
  await eventually(attached).toEqual([expect.stringMatching(/^upright\.jpg 1045 × 1568 · \d+ KB$/)])
  await byId('text-input').fill('What is this?')
  const since = app.trace.now()
  await byId('text-input').press('Enter')
  await sent(since)
  expect({ images: session(practice).images, asked: asked(), left: await attached(), shown: await wordsOf(app.page, 'item'), pictures: await byId('item-image').count() }).toMatchObject({
    images: [{ type: 'image/jpeg', width: 1_045, height: 1_568, bytes: expect.any(Number) }],
    asked: [
      {
        type: 'conversation.item.create',
        item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'What is this?' }, { type: 'input_image', image_url: expect.stringMatching(/^\[image\/jpeg, \d+ bytes\]$/) }] },
      },
      { type: 'response.create' },
    ],
    left: [],
    shown: ['You: What is this?', 'Parley: You sent an image of 1045 by 1568 pixels. What is this?'],
    pictures: 1,
  })
})

test('pasted and chosen images wait, one is taken out with the keyboard, and the others go just before what is said aloud', async () => {
  await copyImage(byId('item-image'))
  await byId('text-input').press('Control+V')
  await eventually(attached).toHaveLength(1)
  await byId('image-file').setInputFiles([some(noise), some(screenshot)])
  await eventually(attached, READY_WITHIN_MS).toHaveLength(3)
  await byId('remove-attachment').nth(1).press('Enter')
  await eventually(attached).toEqual([expect.stringMatching(/^image\.png 1045 × 1568/), expect.stringMatching(/^screenshot\.png 800 × 500/)])
  const [before, since] = [asked().length, app.trace.now()]
  await holdAndSay(rig, app, await sentence(rig, 'aloud', 'And what do you see here?'))
  await sent(since)
  expect({ order: asked().slice(before).map(({ type }) => type), images: received().slice(1), left: await attached(), answer: (await wordsOf(app.page, 'item')).at(-1) }).toEqual({
    order: ['conversation.item.create', 'input_audio_buffer.commit', 'response.create'],
    images: [expect.stringContaining(' 1045 × 1568'), expect.stringContaining(' 800 × 500')],
    left: [],
    answer: expect.stringMatching(/^Parley: You sent an image of 1045 by 1568 pixels\. You sent an image of 800 by 500 pixels\. You said \d\.\d seconds\.$/),
  })
})

test('noise goes down the ladder until it is small enough', async () => {
  const since = app.trace.now()
  await byId('image-file').setInputFiles(some(noise))
  await eventually(attached, READY_WITHIN_MS).toHaveLength(1)
  await byId('send-text').click()
  await sent(since)
  const { bytes, width, type } = session(practice).images.at(-1) ?? { bytes: 0, width: 0, type: '' }
  expect({ type, small: bytes <= 1_500_000, good: bytes > 300_000, wide: width >= 768 && width <= 1_568 }).toEqual({ type: 'image/jpeg', small: true, good: true, wide: true })
})

test('what cannot be sent is told in one sentence, and what was typed stays', async () => {
  await byId('text-input').fill('My words')
  const bad: readonly (readonly [ErrorTag, readonly string[]])[] = [
    ['image-unreadable', [written(rig.folder, 'letter.png', 'Dear Sir or Madam')]],
    ['image-unreadable', [written(rig.folder, 'half.jpg', readFileSync(some(photo)).subarray(0, 300))]],
    ['image-moving', [written(rig.folder, 'moving.gif', MOVING_GIF)]],
    ['image-empty', [written(rig.folder, 'empty.png', '')]],
    ['image-too-large', [sparse(rig.folder, 'huge.jpg', 100_000_000)]],
  ]
  for (const [tag, files] of bad) {
    await drop(app.page, files)
    await eventually(problem).toBe(errorWords(tag))
    await byId('text-input').press('End')
    await byId('text-input').pressSequentially('.')
  }
  await drop(app.page, Array.from({ length: 5 }, () => some(screenshot)))
  await eventually(problem).toBe(errorWords('image-too-many'))
  await eventually(attached).toHaveLength(4) // they come on another road than the problem
  expect({ words: await byId('text-input').inputValue(), attached: (await attached()).length }).toEqual({ words: 'My words.....', attached: 4 })
  for (let left = 3; left >= 0; left -= 1) {
    await byId('remove-attachment').first().press('Enter')
    await eventually(attached).toHaveLength(left)
  }
  await byId('text-input').fill('')
})

test('a new session is shown the newest images again; the older one is named', async () => {
  const before = practice.sessions.length
  const since = app.trace.now()
  practice.cut('drop')
  await app.trace.untilReady({ since })
  await eventually(() => practice.sessions.length).toBe(before + 1)
  const told = () => session(practice).context.filter(({ role }) => role === 'user').map(({ text, images = [] }) => `${text} (${images.map(({ width }) => width).join(' ')})`)
  await eventually(told).toEqual(['What is this? (1045)', ' (1045 800)', expect.stringMatching(/\(\)$/), expect.stringMatching(/^ \(\d+\)$/)])
  expect(readFileSync(join(app.trace.folder, 'wire.jsonl'), 'utf8')).not.toContain('base64,')
})

test('an image that is shown large keeps the keys from the message behind it, and a click anywhere closes it', async () => {
  const before = await wordsOf(app.page, 'item')
  const viewer = byId('image-viewer')
  await byId('item-image').first().click()
  await viewer.focus()
  for (const key of ['ArrowDown', 'Delete']) await app.page.keyboard.press(key)
  const focused = await viewer.evaluate((box) => box.contains(document.activeElement))
  await viewer.click({ position: { x: 4, y: 4 } })
  await eventually(() => viewer.count()).toBe(0)
  expect([focused, await wordsOf(app.page, 'item')]).toEqual([true, before])
})

test('after a restart the history has them, Enter enlarges one, Escape closes it, and the conversation goes on with them', async () => {
  await app.close()
  app = await startApp(rig, { userData: app.userData })
  const page = await historyPage(app)
  await page.getByTestId('history-row').filter({ hasText: 'What is this?' }).click()
  const pictures = page.getByTestId('item-image')
  await eventually(() => pictures.count()).toBe(4)
  const widths = () => pictures.locator('img').evaluateAll((all) => all.map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
  await eventually(widths).toEqual([1_045, 1_045, 800, expect.any(Number)])
  await pictures.first().press('Enter')
  await eventually(() => page.getByTestId('image-viewer').locator('img').evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBe(1_045)
  await page.keyboard.press('Escape')
  await eventually(() => page.getByTestId('image-viewer').count()).toBe(0)
  await eventually(() => pictures.first().evaluate((image) => image === document.activeElement)).toBe(true)
  const since = app.trace.now()
  await page.getByTestId('continue-talk').click()
  await app.trace.untilReady({ since })
  await eventually(() => session(practice).images.length).toBe(4)
})
