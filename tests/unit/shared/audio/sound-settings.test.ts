import { expect, test } from 'vitest'
import { SettingsSchema, defaultSettings } from '../../../../src/shared/settings'
import { SYSTEM_MICROPHONE, SYSTEM_SPEAKER } from '../../../../src/shared/audio/sound-settings'

const USB = { id: 'u1', label: 'USB headset' }
const CHOSEN = { followSystem: false, preferred: [USB] }

test.each([
  ['the system was followed', { microphone: null, speaker: null }, { microphone: SYSTEM_MICROPHONE, speaker: SYSTEM_SPEAKER }],
  ['one device was chosen', { microphone: USB, speaker: USB }, { microphone: { ...SYSTEM_MICROPHONE, ...CHOSEN }, speaker: CHOSEN }],
  ['some of the switches were not there yet', { microphone: { ...CHOSEN, gainControl: false } }, { microphone: { ...SYSTEM_MICROPHONE, ...CHOSEN, gainControl: false } }],
  ['nothing was written about sound', {}, { earconVolume: 0.5, lowerOthers: false, noiseReduction: 'off' }],
])('a settings file of an earlier version loads: %s', (_when, written, loaded) => {
  const defaults = defaultSettings('linux')
  expect(SettingsSchema.parse({ ...defaults, ...written })).toEqual({ ...defaults, ...loaded })
})

test('what is written today is read back unchanged', () => {
  const settings = { ...defaultSettings('linux'), microphone: { ...SYSTEM_MICROPHONE, ...CHOSEN, channel: 2 } }
  expect(SettingsSchema.parse(JSON.parse(JSON.stringify(settings)))).toEqual(settings)
})
