import { expect, test } from 'vitest'
import { earconsWith } from '../../../../src/main/talk/output/earcons'
import { defaultSettings, type Settings } from '../../../../src/shared/settings'
import type { EarconName } from '../../../../src/shared/ipc/sound'

const ALL: readonly EarconName[] = ['listen', 'sent', 'acting', 'answer', 'hands-free', 'hold', 'mute', 'unmute', 'error']

const played = (change: Partial<Settings>): readonly string[] => {
  const trace: string[] = []
  const settings = { ...defaultSettings('linux'), ...change }
  ALL.forEach(earconsWith({ earcon: (name, volume) => trace.push(`${name} ${String(volume)}`) }, () => settings))
  return trace
}

test.each([
  ['by default: what nobody could see', {}, ['listen 0.5', 'hands-free 0.5', 'hold 0.5', 'mute 0.5', 'unmute 0.5', 'error 0.5']],
  ['only at the chosen moments', { earconVolume: 1, earconsAt: { start: true, stop: true, answer: true, error: false, mode: false } }, ['listen 1', 'sent 1', 'acting 1', 'answer 1']],
  ['none when they are off', { earcons: false }, []],
  ['none at volume zero', { earconVolume: 0 }, []],
])('short sounds: %s', (_what, change, expected) => {
  expect(played(change)).toEqual(expected)
})
