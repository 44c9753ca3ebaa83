import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RemindersView } from '../../../src/shared/reminders'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { eventually } from '../support/app/eventually'
import { inPanelPage } from '../support/app/panel-page'
import { until } from '../support/app/until'
import { startRig, type Rig } from '../support/sound/rig'
import { type Notifications, startNotifications } from '../support/tools/notifications'

const HOUR_MS = 3_600_000

let rig: Rig
let talking: PracticeApp
let notifications: Notifications
beforeAll(async () => {
  rig = await startRig({ logind: true })
  notifications = await startNotifications(rig)
  talking = await startPracticeApp(rig, {}, { args: ['--hidden'] })
})
afterAll(async () => {
  await talking.stop()
  await notifications.stop()
  await rig.stop()
})

/** The machine slept so long, and meanwhile its clock was set: its clocks went on, and no timer of the app ran. */
const slept = (asleepMs: number, setMs: number): Promise<void> =>
  talking.app.electron.evaluate((_electron, { asleep, set }) => {
    const os = process.getBuiltinModule('node:os')
    const [now, uptime] = [Date.now, os.uptime]
    Date.now = () => now() + asleep + set
    os.uptime = () => uptime() + asleep / 1_000
    process.getBuiltinModule('node:module').syncBuiltinESMExports()
  }, { asleep: asleepMs, set: setMs })

const reminders = (): Promise<unknown> => inPanelPage(talking.app, 'window.assistant.getView().then((answer) => answer.value.view.reminders)')
const rung = async (text: string): Promise<number> => [...(await notifications.calls()).matchAll(new RegExp(`Notify[^\\n]*${text}`, 'g'))].length

/** Sets a timer, and sleeps until a second after its time. */
async function sleptOver(text: string, setMs: number): Promise<void> {
  await inPanelPage(talking.app, `void window.assistant.sendText('/call set_timer {"seconds":100,"text":"${text}"}')`)
  await eventually(async () => ((await reminders()) as RemindersView).waiting).toBe(1)
  await until('an app that listens', async () => (await rig.logind.inhibitors()).includes("'sleep'"))
  await rig.logind.suspend()
  await slept(101_000, setMs)
  await rig.logind.resume()
}

test.each([
  ['soup', 'the clock went on', 0],
  ['rice', 'the clock was set forward meanwhile', HOUR_MS],
  ['cake', 'the clock was set back meanwhile', -HOUR_MS],
])('what came due while the machine slept rings as soon as it wakes, once, and the hidden panel answers: %s, %s', async (text, _when, setMs) => {
  await sleptOver(text, setMs)
  await eventually(() => rung(text)).toBe(1)
  const ringing = await reminders()
  await rig.logind.resume()
  await delay(500)
  await inPanelPage(talking.app, `window.assistant.getView().then(({ value }) => value.view.reminders.ringing.forEach(({ id }) => window.assistant.reminderDone(id)))`)
  await eventually(reminders).toEqual({ ringing: [], waiting: 0 })
  expect({ ringing, rung: await rung(text) }).toEqual({ ringing: { ringing: [expect.objectContaining({ text, kind: 'timer' })], waiting: 0 }, rung: 1 })
})
