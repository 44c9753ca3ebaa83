import { expect, test } from 'vitest'
import { gate, type GateFacts, type GateVerdict } from '../../../../src/main/tools/core/gate'
import { TOOL_LEVELS } from '../../../../src/shared/tools/levels'

const short = (verdict: GateVerdict): string => (verdict.kind === 'run' ? verdict.approval : verdict.kind)

/** For each level: not allowed before, by hand in this conversation, by a rule; then the same with untrusted text in the turn. */
const row = (facts: Partial<GateFacts>): readonly string[] =>
  TOOL_LEVELS.map((level) =>
    [false, true].flatMap((tainted) => (['no', 'here', 'by-rule'] as const).map((allowed) => short(gate({ level, isOwn: false, choice: 'all', on: true, ...facts, allowed, tainted })))).join(' '),
  )

const all = (word: string): string => Array.from({ length: 6 }, () => word).join(' ')

test('all tools', () => {
  expect(row({})).toEqual([all('not-asked'), 'ask always always ask always always', 'ask always always ask always always', 'ask ask always ask ask ask', all('ask')])
})

test("Parley's own data: a change runs, and has an undo; nothing else of it is different", () => {
  expect(row({ isOwn: true })).toEqual([all('not-asked'), 'ask always always ask always always', all('not-asked'), 'ask ask always ask ask ask', all('ask')])
})

test('read only', () => {
  expect(row({ choice: 'read-only' })).toEqual([all('not-asked'), 'ask always always ask always always', all('refuse'), all('refuse'), all('refuse')])
})

test.each([{ choice: 'off' }, { on: false }, { on: false, isOwn: true }] as const)('%j: nothing runs and nothing is asked', (facts) => {
  expect(row(facts)).toEqual(TOOL_LEVELS.map(() => all('refuse')))
})
