import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RingingReminder } from '../../../src/shared/reminders'
import { startApp, useEndpoint, type App } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { type PracticeServer, startPracticeServer } from '../../support/practice/practice-server'
import { bringForward } from '../support/app/settings-page'
import { loudestWhile } from '../support/sound/sound-checks'
import { startRig, type Rig } from '../support/sound/rig'
import { callLines } from '../support/tools/cards'
import { type Notifications, startNotifications } from '../support/tools/notifications'

let rig: Rig
let app: App
let practice: PracticeServer
let notifications: Notifications
beforeAll(async () => {
  rig = await startRig()
  notifications = await startNotifications(rig)
  practice = await startPracticeServer()
  app = await startApp(rig, { args: ['--hidden'] })
  await useEndpoint(app, practice)
})
afterAll(async () => {
  await app.close()
  await practice.close()
  await notifications.stop()
  await rig.stop()
})

/** Practice calls what is typed. */
const call = (tool: string, args: object): Promise<unknown> => app.page.evaluate((text) => window.assistant.sendText(text), `/call ${tool} ${JSON.stringify(args)}`)
const ringing = async (): Promise<readonly RingingReminder[]> => (await app.view()).reminders.ringing
const rings = async (): Promise<readonly string[]> => (await ringing()).map(({ text }) => text)
const waiting = async (): Promise<number> => (await app.view()).reminders.waiting
const done = async (): Promise<void> => {
  for (const { id } of await ringing()) await app.page.evaluate((each) => window.assistant.reminderDone(each), id)
  await eventually(rings).toEqual([])
}
const anyWindow = (): Promise<boolean> => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()))

/** Sound again after this long, and a little. */
const AGAIN_MS = 6_500

/** Its line stays, where the timer itself may have rung before anybody looked. */
const timersSet = async (): Promise<number> => (await callLines(app)).filter((line) => line.startsWith('set_timer not-asked done')).length

async function set(seconds: number, text: string): Promise<void> {
  const before = await timersSet()
  await call('set_timer', { seconds, text })
  await eventually(timersSet).toBe(before + 1)
}

test('it rings with everything hidden: a notification, and a sound', async () => {
  const since = app.trace.now()
  await set(6, 'tea')
  await app.trace.untilPhase('idle', { since })
  const first = await loudestWhile(rig, async () => {
    await eventually(rings).toEqual(['tea'])
    await delay(1_000)
  })
  const loudest = first > 0 ? first : await loudestWhile(rig, () => delay(AGAIN_MS)) // a busy machine may begin to record behind the first sound
  expect({ heard: loudest > 0, window: await anyWindow(), shown: /Notify.*tea/s.test(await notifications.calls()) }).toEqual({ heard: true, window: false, shown: true })
  await done()
})

test('again in five minutes, or done, by the panel', async () => {
  await set(1, 'bread')
  await eventually(rings).toEqual(['bread'])
  await bringForward(app, 'index')
  await app.page.getByTestId('ring-again').click()
  await eventually(async () => [await rings(), await waiting()]).toEqual([[], 1])
  await call('list_timers', {})
  await set(1, 'rice') // two wait now
  await eventually(rings).toEqual(['rice'])
  await app.page.getByTestId('ring-done').click()
  await eventually(async () => [await rings(), await waiting()]).toEqual([[], 1])
})

test('what came due while Parley did not run rings at its start, and what is to come is still to come', async () => {
  await set(2, 'eggs')
  const { userData } = app
  await app.close()
  await delay(2_500)
  app = await startApp(rig, { userData, args: ['--hidden'] })
  await eventually(rings).toEqual(['eggs'])
  expect(await waiting()).toBe(1) // the bread
  await done()
})
