import { afterAll, beforeAll, expect, test } from 'vitest'
import { useEndpoint } from '../support/app/app'
import { changeSettings } from '../support/app/change-settings'
import { closedPort, endpointUrl } from '../support/app/endpoints'
import { eventually } from '../support/app/eventually'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { hold, mark, sentence, TALK_KEY } from '../support/app/talking'
import { until } from '../support/app/until'
import { startRig, type Rig } from '../support/sound/rig'

/** What stands inside the panel beside the messages: the voice's volume and speed, steps of tools, speech that was not sent. */
let rig: Rig
let talking: PracticeApp
beforeAll(async () => {
  rig = await startRig()
  talking = await startPracticeApp(rig)
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

const byId = (id: string) => talking.app.page.getByTestId(id)
const settings = async () => (await talking.app.view()).settings
const say = (text: string) => talking.app.page.evaluate((words) => window.assistant.sendText(words), text)

test('volume and speed stand beside Stop while it speaks; by keys and mouse, and the answer goes on', async () => {
  const since = talking.app.trace.now()
  await say(`Tell me of the beech and the ash. ${'And of the oak. '.repeat(30)}`)
  await byId('volume').click()
  await byId('volume-popup').getByRole('slider').focus()
  await talking.app.page.keyboard.press('Home')
  await eventually(async () => (await settings()).answerVolume).toBe(0)
  await talking.app.page.keyboard.press('End')
  await eventually(async () => (await settings()).answerVolume).toBe(1)
  await talking.app.page.keyboard.press('Escape') // closes it, and says no more
  await byId('volume-popup').waitFor({ state: 'detached' })
  await byId('speed').click()
  await byId('speed-1.25').click()
  await eventually(() => byId('speed').innerText()).toBe('1.25×')
  expect([(await settings()).speed, (await talking.app.view()).phase]).toEqual([1.25, 'speaking'])
  await byId('stop').click()
  await talking.app.trace.untilPhase('idle', { since })
  expect([await byId('volume').count(), await byId('speed').count()]).toEqual([0, 0])
})

test('four steps fold to one line that opens by key, and close again', async () => {
  const since = talking.app.trace.now()
  talking.practice.addScript([
    { outputs: Array.from({ length: 4 }, (_, at) => ({ kind: 'function-call' as const, name: 'calculate', arguments: JSON.stringify({ expression: `${String(at)}+1` }) })) },
    { outputs: [{ kind: 'say', text: 'One, two, three, four.' }] },
  ])
  await say('Count.')
  await mark(talking.app, 'playbackDrained', since)
  await eventually(() => byId('steps').innerText()).toBe('4 steps')
  const folded = await byId('tool-line').count()
  await byId('steps-head').focus()
  await talking.app.page.keyboard.press('Enter')
  await eventually(() => byId('tool-line').count()).toBe(4)
  await talking.app.page.keyboard.press('Enter')
  await eventually(() => byId('tool-line').count()).toBe(folded)
  expect(folded).toBe(0)
})

/** What an element is drawn in, and what the system's colour of that name is. */
const drawn = (testId: string, system: 'Highlight' | 'ButtonFace') =>
  byId(testId).evaluate((element, name) => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.cssText = `forced-color-adjust: none; background: ${name}`
    const colours = [getComputedStyle(element).backgroundColor, getComputedStyle(probe).backgroundColor]
    probe.remove()
    return colours
  }, system)

test('in forced colours the flood is what the system draws as chosen, with buttons that are buttons', async () => {
  const since = talking.app.trace.now()
  await rig.keyDown(TALK_KEY)
  await talking.app.trace.untilPhase('listening', { since })
  await talking.app.page.emulateMedia({ forcedColors: 'active' })
  const differs = async () => [await drawn('capsule', 'Highlight'), await drawn('talk-button', 'ButtonFace'), await drawn('discard', 'ButtonFace')].filter(([own, system]) => own !== system)
  await eventually(differs).toEqual([]) // it fades there
  await talking.app.page.emulateMedia({ forcedColors: null })
  await rig.tapKeys('Escape')
  await rig.keyUp(TALK_KEY)
  await talking.app.trace.untilPhase('idle', { since })
})

test('what was said without a connection stands as not sent, then as kept; Send again sends it', async () => {
  const wav = await sentence(rig, 'unsent', 'Is anybody there, I ask?')
  const before = (await talking.app.view()).settings.deliverWithinSeconds
  await changeSettings(talking.app, { deliverWithinSeconds: 5, endpoint: { kind: 'custom', url: endpointUrl(await closedPort()) } })
  await talking.app.page.evaluate(() => window.assistant.newConversation({ private: false }))
  await hold(rig, talking.app, () => rig.speak(wav))
  const unsent = async () => ({ words: (await byId('unsent').innerText()).replace(/\s+/g, ' '), state: await byId('unsent').getAttribute('data-state') })
  await byId('unsent').waitFor()
  await eventually(unsent).toEqual({ words: expect.stringMatching(/^0:0\d of speech Not sent yet\. It is kept on this computer\.$/), state: 'waiting' })
  await eventually(unsent, 20_000).toEqual({ words: expect.stringMatching(/^0:0\d of speech Not sent\. It is kept on this computer\. Send again$/), state: 'kept' })
  await byId('play-kept').click()
  await until('its sound', async () => (await talking.app.view()).playingClip !== null)
  await byId('play-kept').click()
  await until('silence', async () => (await talking.app.view()).playingClip === null)
  await useEndpoint(talking.app, talking.practice)
  await changeSettings(talking.app, { deliverWithinSeconds: before })
  const since = talking.app.trace.now()
  await byId('send-kept').click()
  await mark(talking.app, 'commit', since)
  await talking.app.trace.untilPhase('idle', { since: (await mark(talking.app, 'playbackStarted', since)).at })
  await eventually(() => byId('unsent').count()).toBe(0)
  expect(talking.app.trace.wire('input_audio_buffer.commit').filter(({ at }) => at > since)).toHaveLength(1)
})
