import { expect, it } from 'vitest'
import type { DeviceLists } from '../../../../src/shared/audio/sound-settings'
import { appError } from '../../../../src/shared/errors/errors'
import { err, ok } from '../../../../src/shared/result'
import { createSettingsStore, type SettingsState } from '../../../../src/renderer/src/state/settings/settings-store'
import { sampleView } from '../sample-view'

const NONE: DeviceLists = { microphones: [], speakers: [], systemMicrophone: null, systemSpeaker: null }
const SOME: DeviceLists = { ...NONE, microphones: [{ id: '1', label: 'Desk', channels: 1, bluetooth: false, oneChannel: false }] }

const devicesIn = (state: SettingsState): DeviceLists | null => (state.status === 'ready' ? state.devices : null)

function page(answers: readonly boolean[] = [true]) {
  let tellDevices: (devices: DeviceLists) => void = () => undefined
  const left = [...answers]
  const store = createSettingsStore({
    getState: () => Promise.resolve(left.shift() === true ? ok({ view: sampleView(), devices: NONE, section: 'general' as const }) : err(appError('unexpected'))),
    onView: () => () => undefined,
    onDevices: (listener) => {
      tellDevices = listener
      return () => undefined
    },
    onSection: () => () => undefined,
  })
  return { store, tellDevices: (devices: DeviceLists) => tellDevices(devices) }
}

it('has the devices that main told last, and keeps them while something else changes', async () => {
  const { store, tellDevices } = page()
  tellDevices(SOME) // before the first answer, which will hold the newest
  await store.load()
  const seen: (DeviceLists | null)[] = []
  const see = () => seen.push(devicesIn(store.get()))
  see()
  const leave = store.subscribe(see)
  tellDevices(SOME)
  store.choose('audio')
  leave()
  tellDevices(NONE)
  expect([seen, seen[1] === seen[2], devicesIn(store.get())]).toEqual([[NONE, SOME, SOME], true, NONE])
})

it('says when main does not answer, and asks again', async () => {
  const { store } = page([false, true])
  await store.load()
  const first = store.get().status
  await store.load()
  expect([first, store.get().status]).toEqual(['failed', 'ready'])
})
