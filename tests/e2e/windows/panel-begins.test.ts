import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultSettings } from '../../../src/shared/settings'
import { MOST_HINTS } from '../../../src/shared/settings/hints'
import { useEndpoint } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { hold, mark, sentence, TALK_KEY } from '../support/app/talking'
import { changeSettings } from '../support/app/change-settings'
import { startRig, type Rig } from '../support/sound/rig'

/** What a person meets first: the empty page, and the instructions above the dock while they are new. */
let rig: Rig
let talking: PracticeApp
let wav: string
beforeAll(async () => {
  rig = await startRig()
  wav = await sentence(rig, 'begins', 'Let us begin.')
  talking = await startPracticeApp(rig, {}, { settings: { hintsSeen: { ...defaultSettings('linux').hintsSeen, hold: MOST_HINTS - 1 } } })
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

const byId = (id: string) => talking.app.page.getByTestId(id)
const emptyWords = async () => (await byId('empty-state').innerText()).replace(/\s+/g, ' ')
const anew = (isPrivate: boolean) => talking.app.page.evaluate((how) => window.assistant.newConversation(how), { private: isPrivate })

async function asked(since: number): Promise<readonly string[]> {
  await mark(talking.app, 'playbackDrained', since)
  await talking.app.trace.untilPhase('idle', { since })
  return byId('item').locator('.bubble').allInnerTexts()
}

test('an instruction stands above the dock with its keys, and is gone once it was there ten times', async () => {
  const { app } = talking
  const shown: (string | null)[] = []
  const look = async () => {
    await rig.speak(wav)
    shown.push((await byId('instruction').count()) === 0 ? null : (await byId('instruction').innerText()).replace(/\s+/g, ' '))
  }
  for (let turn = 0; turn < 2; turn += 1) {
    const released = await hold(rig, app, look)
    await app.trace.untilPhase('idle', { since: released.at })
  }
  expect({ shown, caps: (await app.view()).settings.hintsSeen }).toEqual({
    shown: ['Let go to send. Esc discards.', null],
    caps: { hold: MOST_HINTS, latch: 0, 'hands-free': 0, muted: 0 },
  })
})

test('the empty page says what to do, and an example is asked by a click', async () => {
  await anew(false)
  await byId('example').first().waitFor()
  expect(await emptyWords()).toContain('Hold Right Ctrl and speak. Let go to hear the answer. It works in every app. Or try one of these')
  const since = talking.app.trace.now()
  await byId('example').nth(1).click()
  expect((await asked(since))[0]).toBe('Explain compound interest in one minute')
})

test('by keys alone, too; Space on an example asks it and does not talk', async () => {
  await anew(false)
  await byId('example').first().waitFor()
  const since = talking.app.trace.now()
  await byId('example').nth(0).focus()
  await talking.app.page.keyboard.press('Tab')
  await talking.app.page.keyboard.press('Tab')
  await talking.app.page.keyboard.press('Space')
  expect((await asked(since))[0]).toBe('Help me say no to a meeting, politely')
  expect(talking.app.trace.marks('press').filter(({ at }) => at > since)).toEqual([])
})

test('a private one says what private means, hands-free what to do, and the echo test what it is', async () => {
  await anew(true)
  await eventually(emptyWords).toBe('Hold Right Ctrl and speak. Nothing from this conversation is saved on this computer. The server still hears it.')
  await anew(false)
  await talking.app.page.evaluate(() => window.assistant.setMode('hands-free'))
  await eventually(emptyWords).toContain('Just speak. When you pause, Parley answers.')
  await talking.app.page.evaluate(() => window.assistant.setMode('hold'))
  await changeSettings(talking.app, { endpoint: { kind: 'practice' } })
  await eventually(emptyWords).toBe('Hold Right Ctrl and speak. This is the echo test: it repeats what you say, in your own voice. No account, no cost, and nothing leaves this computer. Connect OpenAI for real answers')
  expect(await byId('example').count()).toBe(0)
  await useEndpoint(talking.app, talking.practice)
})

test('a press while it is empty needs none of it', async () => {
  const since = talking.app.trace.now()
  await rig.keyDown(TALK_KEY)
  await talking.app.trace.untilPhase('listening', { since })
  await rig.tapKeys('Escape')
  await rig.keyUp(TALK_KEY)
  await talking.app.trace.untilPhase('idle', { since })
  expect(await byId('empty-state').count()).toBe(1)
})
