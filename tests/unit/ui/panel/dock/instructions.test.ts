import { isValidElement } from 'react'
import { expect, it } from 'vitest'
import { instructionOf } from '../../../../../src/renderer/src/ui/panel/dock/instructions'
import { hintSeenOnce, MOST_HINTS } from '../../../../../src/shared/settings/hints'
import { defaultSettings } from '../../../../../src/shared/settings'
import type { AssistantView } from '../../../../../src/shared/view'
import { sampleView } from '../../../state/sample-view'

const said = (change: Partial<AssistantView>): string | undefined =>
  instructionOf(sampleView(change))?.parts.map((part) => (isValidElement<{ words: string }>(part) ? `[${part.props.words}]` : String(part))).join('')

it.each<readonly [string, Partial<AssistantView>, string | undefined]>([
  ['a held key', { phase: 'listening' }, 'Let go to send. [Esc] discards.'],
  ['the microphone opens', { phase: 'opening' }, 'Let go to send. [Esc] discards.'],
  ['a latched turn', { phase: 'listening', latched: true }, 'Press [Right Ctrl] to send. [Esc] discards.'],
  ['no release is seen', { phase: 'listening', talkKeyStyle: 'toggle' }, 'Press [Right Ctrl] to send. [Esc] discards.'],
  ['hands-free', { mode: 'hands-free' }, 'Just speak. [Right Ctrl] mutes.'],
  ['hands-free without a key', { mode: 'hands-free', talkKeyStyle: 'none' }, 'Just speak. The button mutes.'],
  ['muted', { mode: 'hands-free', muted: true }, '[Right Ctrl] unmutes.'],
  ['somebody speaks', { mode: 'hands-free', hearing: true }, undefined],
  ['nothing happens', {}, undefined],
  ['Parley speaks', { phase: 'speaking' }, undefined],
])('%s', (_what, change, words) => {
  expect(said(change)).toBe(words)
})

it('each instruction goes by itself after it was there ten times, and the count goes no further', () => {
  const settings = defaultSettings('linux')
  let seen = settings.hintsSeen
  let times = 0
  for (let next = hintSeenOnce(seen, 'hold'); next !== null && times < 99; next = hintSeenOnce(seen, 'hold')) {
    seen = next
    times += 1
  }
  const known = { ...settings, hintsSeen: seen }
  expect({ times, hold: said({ phase: 'listening', settings: known }), latch: said({ phase: 'listening', latched: true, settings: known }) }).toEqual({
    times: MOST_HINTS, hold: undefined, latch: 'Press [Right Ctrl] to send. [Esc] discards.',
  })
})
