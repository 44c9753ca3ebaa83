import { expect, it } from 'vitest'
import type { DeviceLists } from '../../../src/shared/ipc/contract'
import { appError } from '../../../src/shared/errors/errors'
import { err, ok } from '../../../src/shared/result'
import { createSettingsStore } from '../../../src/renderer/src/state/settings-store'
import { sampleView } from './sample-view'

const NONE: DeviceLists = { microphones: [], speakers: [], systemMicrophone: null, systemSpeaker: null }
const SOME: DeviceLists = { ...NONE, microphones: [{ id: '1', label: 'Desk', channels: 1, bluetooth: false, oneChannel: false }] }

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

it('tells who watches devices now and at every change, once each', async () => {
  const { store, tellDevices } = page()
  await store.load()
  const told: DeviceLists[] = []
  const unwatch = store.watchDevices((devices) => void told.push(devices))
  tellDevices(SOME)
  store.choose('sound')
  unwatch()
  tellDevices(NONE)
  expect(told).toEqual([NONE, SOME])
})

it('says when main does not answer, and asks again', async () => {
  const { store } = page([false, true])
  await store.load()
  const first = store.get().status
  await store.load()
  expect([first, store.get().status]).toEqual(['failed', 'ready'])
})
