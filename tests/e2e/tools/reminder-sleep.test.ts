import { afterAll, beforeAll, test } from 'vitest'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { eventually } from '../support/app/eventually'
import { until } from '../support/app/until'
import { startRig, type Rig } from '../support/sound/rig'
import { type Notifications, startNotifications } from '../support/tools/notifications'

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

/** The machine slept so long: its clocks went on, and no timer of the app ran. */
const slept = (ms: number): Promise<void> =>
  talking.app.electron.evaluate((_electron, asleep) => {
    const os = process.getBuiltinModule('node:os')
    const [now, uptime] = [Date.now, os.uptime]
    Date.now = () => now() + asleep
    os.uptime = () => uptime() + asleep / 1_000
    process.getBuiltinModule('node:module').syncBuiltinESMExports()
  }, ms)

test('what came due while the machine slept rings as soon as it wakes', async () => {
  const { app } = talking
  await app.page.evaluate(() => window.assistant.sendText('/call set_timer {"seconds":100,"text":"soup"}'))
  await eventually(async () => (await app.view()).reminders.waiting).toBe(1)
  await until('an app that listens', async () => (await rig.logind.inhibitors()).includes("'sleep'"))
  await rig.logind.suspend()
  await slept(101_000)
  await rig.logind.resume()
  await eventually(async () => /Notify.*soup/s.test(await notifications.calls())).toBe(true)
})
