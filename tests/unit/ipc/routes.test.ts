import { expect, test } from 'vitest'
import type { IpcDoor } from '../../../src/main/app/ipc-door'
import { windowRoutes } from '../../../src/main/ipc/window-routes'
import { Asks, Tells } from '../../../src/shared/ipc/contract'
import { assistantWith } from '../app/assistant-world'

const nothing = () => undefined
const never = (): never => {
  throw new Error('asked')
}

test('every channel of every contract is answered, once', async () => {
  const answered: string[] = []
  const door: IpcDoor = { handle: (channel) => answered.push(channel), on: (channel) => answered.push(channel) }
  const { sut } = await assistantWith()
  sut.routes(door, nothing)
  windowRoutes(door, {
    hidePanel: nothing, showPanel: nothing, openHistory: nothing, openSettings: nothing, settingsState: never, indicatorView: never, moveIndicator: nothing, pointIndicator: nothing,
    devicesFound: nothing, loudnessMeasured: nothing, audioReady: nothing, audioReport: nothing,
  })
  expect(answered.sort()).toEqual([...Object.keys(Asks), ...Object.keys(Tells)].sort())
})
