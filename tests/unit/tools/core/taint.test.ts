import { expect, test } from 'vitest'
import type { AskedBy } from '../../../../src/main/talk/core/calls/asked-by'
import { CLEAN, taintedBy, taintStep } from '../../../../src/main/tools/core/taint'

type Step = AskedBy | readonly [from: string, late?: 'late']

const after = (...steps: readonly Step[]): string | null =>
  taintedBy(steps.reduce((taint, step) => taintStep(taint, typeof step === 'string' ? { type: 'turnAsked', by: step } : { type: 'read', from: step[0], late: step[1] === 'late' }), CLEAN))

const CLIP = ['the clipboard'] as const

test.each<[string, readonly Step[], string | null]>([
  ['nothing was read', ['held'], null],
  ['read in this turn', ['held', CLIP], 'the clipboard'],
  ['two sources', ['held', CLIP, ['example.org'], CLIP], 'example.org and the clipboard'],
  ['the person holds the key', [CLIP, 'held'], null],
  ['the person types', [CLIP, 'typed'], null],
  ['a draft is sent: it was said with a held key', [CLIP, 'draft'], null],
  ['the microphone hears something by itself', [CLIP, 'heard', 'heard'], 'the clipboard'],
  ['what comes after the person went on reaches into the next turn', [[CLIP[0], 'late'], 'held'], 'the clipboard'],
  ['and no further', [[CLIP[0], 'late'], 'held', 'held'], null],
  ['late once is late, however often it is read', [[CLIP[0], 'late'], CLIP, 'held'], 'the clipboard'],
])('%s', (_name, steps, expected) => {
  expect(after(...steps)).toBe(expected)
})

test('a hundred sources are a few names', () => {
  expect(after(...Array.from({ length: 100 }, (_, at): Step => [`site${String(at)}.example`]))).toBe('site96.example, site97.example, site98.example and site99.example')
})
