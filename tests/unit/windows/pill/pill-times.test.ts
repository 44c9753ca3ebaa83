import { expect, it } from 'vitest'
import { isWanted, isWrong } from '../../../../src/main/windows/pill/pill-times'
import { defaultSettings, type Indicator } from '../../../../src/shared/settings'
import type { AssistantView } from '../../../../src/shared/view'
import { sampleView } from '../../state/sample-view'

const CARD = {
  id: 'a', source: 'Parley', title: 'Open a web page', level: 3, arguments: [], after: null, undoable: false, holdMs: 600, armed: true, locked: false, heldMs: null, keyLabel: null, confirming: false, always: null, leftMs: 1,
} as const
const asks: Partial<AssistantView> = { phase: 'acting', tools: { ...sampleView().tools, card: CARD } }

const wanted = (indicator: Indicator, change: Partial<AssistantView>, panelInFront = false) =>
  isWanted(sampleView({ ...change, settings: { ...defaultSettings('linux'), indicator } }), panelInFront)

it('is there while talking, unless somebody wishes otherwise', () => {
  expect(defaultSettings('linux').indicator).toBe('while-talking')
})

it.each<readonly [string, Partial<AssistantView>, boolean]>([
  ['nothing happens', {}, false],
  ['the key is held', { phase: 'listening' }, true],
  ['the microphone opens', { phase: 'opening' }, true],
  ['an answer is awaited', { phase: 'thinking' }, true],
  ['an answer is awaited over a lost line', { phase: 'thinking', connection: { state: 'connecting' } }, true],
  ['it speaks', { phase: 'speaking' }, true],
  ['a tool asks', asks, true],
  ['hands-free hears', { mode: 'hands-free', hearing: true }, true],
  ['hands-free is open', { mode: 'hands-free' }, true],
  ['hands-free is muted', { mode: 'hands-free', muted: true }, false],
  ['no server is there, and nobody asks for one', { connection: { state: 'failed', reason: 'auth' } }, false],
  ['it connects by itself', { connection: { state: 'connecting' } }, false],
])('%s: %s', (_what, change, there) => {
  expect([wanted('while-talking', change), wanted('while-talking', change, true), wanted('always', change, true)]).toEqual([there, false, true])
})

it('comes for what a tool asks even where it is not wished for, unless the panel asks it in front', () => {
  expect([wanted('off', asks), wanted('off', asks, true), wanted('off', { phase: 'listening' })]).toEqual([true, false, false])
})

it('stays longer when there is something to read: it has not gone well, or a tap was too short', () => {
  const notice = { id: 1, tag: 'network' } as const
  expect([isWrong(sampleView()), isWrong(sampleView({ notice })), isWrong(sampleView({ slip: { id: 1, tag: 'too-short' } })), isWrong(sampleView({ connection: { state: 'failed', reason: 'auth' } }))]).toEqual([false, true, true, true])
})
