import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { runTool } from '../../../scripts/rig/part'
import { eventually } from '../support/app/eventually'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { bringForward } from '../support/app/settings-page'
import { startRig, type Rig } from '../support/sound/rig'
import { newTalk } from '../support/talk/typed-talk'
import { catchOpened, toolsView } from '../support/tools/cards'

/** Escape around the coming of three cards at once: the hook and the page in front both hear it, in whatever order a busy machine makes. */
let rig: Rig
let talking: PracticeApp
let opened: () => Promise<readonly string[]>
beforeAll(async () => {
  rig = await startRig()
  talking = await startPracticeApp(rig)
  opened = await catchOpened(talking.app)
  await bringForward(talking.app, 'index')
})
afterEach(async () => {
  await talking.app.page.evaluate(() => { window.assistant.stopTools(); window.assistant.cancel() })
  await newTalk(talking.app)
  await talking.app.trace.untilReady()
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

async function ask(): Promise<void> {
  const calls = [1, 2, 3].map((number) => ({ kind: 'function-call' as const, name: 'open_url', arguments: `{"url":"https://example.org/${String(number)}"}` }))
  talking.practice.addScript([{ outputs: calls }, { outputs: [] }])
  await talking.app.page.evaluate(() => window.assistant.sendText('Open all three.'))
}

const presses = (count: number, gapMs: number): Promise<unknown> => runTool('xdotool', Array.from({ length: count }, () => ['key', 'Escape', 'sleep', String(gapMs / 1_000)]).flat(), rig.env)

async function cards(): Promise<number> {
  const { card, behind } = await toolsView(talking.app)
  return card === null ? 0 : 1 + behind
}

test.each([[20], [90], [250]])('three presses, %i ms apart, end three cards', async (gapMs) => {
  await ask()
  await eventually(cards).toBe(3)
  await presses(3, gapMs)
  await eventually(cards).toBe(0)
  expect(await opened()).toEqual([])
})

/** Spread over the time in which the cards come. */
test.each([0, 60, 120, 180, 240, 400])('one press %i ms behind the question ends the turn, or the card in front, and no other', async (afterMs) => {
  await ask()
  await delay(afterMs)
  await presses(1, 0)
  const heard = async () => {
    const left = await cards()
    return left === 2 || (left === 0 && talking.app.trace.marks('phase').at(-1)?.['phase'] === 'idle')
  }
  await eventually(heard).toBe(true)
  await delay(700) // whatever a late page still tells
  expect([await heard(), await opened()]).toEqual([true, []])
})
