import { expect, test } from 'vitest'
import { type DeviceEntry, devicesOf, isBluetooth, preferredOf, resolveDevice, systemDevice } from '../../../../src/renderer/src/audio/devices/devices'

const USB = { id: 'u1', label: 'USB headset' }
const BUILT_IN = { id: 'b1', label: 'Built-in' }
const entry = (kind: 'audioinput' | 'audiooutput', deviceId: string, label: string): DeviceEntry => ({ kind, deviceId, label, groupId: '' })
const named = ({ id, label }: typeof USB, channels = 1) => ({ id, label, groupId: '', channels })

test('lists named devices of one kind, without the aliases of the system choice', () => {
  const entries = [
    entry('audioinput', 'default', 'Default'),
    entry('audioinput', 'communications', 'Communications'),
    { ...entry('audioinput', 'b1', 'Built-in'), getCapabilities: () => ({ channelCount: { min: 1, max: 2 } }) },
    entry('audiooutput', 'u1', 'USB headset'),
    entry('audioinput', '', ''),
  ]
  expect([devicesOf('audioinput', entries), devicesOf('audiooutput', entries)]).toEqual([[named(BUILT_IN, 2)], [named(USB)]])
})

test.each([
  ['the id', USB, USB],
  ['the id before the label', { id: 'b1', label: 'USB headset' }, BUILT_IN],
  ['the label when the id has rotated', { id: 'old', label: 'USB headset' }, USB],
  ['nothing when both are gone', { id: 'old', label: 'Other' }, null],
  ['nothing by an empty label', { id: 'old', label: '' }, null],
])('a choice is found by %s', (_what, choice, found) => {
  expect(resolveDevice(choice, [BUILT_IN, USB, { id: 'n', label: '' }])).toEqual(found)
})

test('of the list those count that are there, in its order; none when the system is followed', () => {
  const preferred = [{ id: 'gone', label: 'Gone' }, { id: 'old', label: 'USB headset' }, BUILT_IN]
  const devices = [BUILT_IN, USB]
  expect([preferredOf({ followSystem: false, preferred }, devices), preferredOf({ followSystem: true, preferred }, devices)]).toEqual([[USB, BUILT_IN], []])
})

test.each([
  ['by the name of its alias', 'Default - USB headset', null, USB.label],
  ['by the word of the system', 'Default', 'USB headset', USB.label],
  ['by its alias before the word of the system', 'Default - Built-in', 'USB headset', BUILT_IN.label],
  ['by nothing', 'Default', null, undefined],
  ['no more when it is gone', 'Default', 'Gone', undefined],
])('the system choice is known %s', (_how, alias, told, label) => {
  const entries = [entry('audioinput', 'default', alias), entry('audioinput', 'b1', 'Built-in'), entry('audioinput', 'u1', 'USB headset'), entry('audiooutput', 'u1', 'Gone')]
  expect(systemDevice('audioinput', entries, told)?.label).toBe(label)
})

test.each([
  ['Headset (WH-1000XM4 Hands-Free AG Audio)', true],
  ['AirPods Pro', true],
  ['MacBook Microphone (Bluetooth)', true],
  ['bluez_input.AA_BB', true],
  ['WF-1000', true],
  ['USB Audio', false],
  ['Blue Yeti', false],
  ['HFP-less mixer', true],
])('%s is a Bluetooth microphone: %s', (label, is) => {
  expect(isBluetooth({ label, groupId: '' }, ['WF-1000'])).toBe(is)
})
