import { expect, test } from 'vitest'
import { callFailed, FRESH, overBudget } from '../../../../src/main/tools/core/budget'
import { callKey } from '../../../../src/main/tools/core/ready-call'

const HUGE = JSON.stringify({ text: 'x'.repeat(60_000) })

test('a call of huge arguments is known again, told from its neighbours, and not remembered whole', () => {
  const key = callKey('send', HUGE)
  const failures = callFailed(FRESH, key, true)
  expect([key.length < 40, overBudget(failures, callKey('send', HUGE), 0) === null, callKey('send', `${HUGE} `) === key, callKey('sent', HUGE) === key, callKey('send', HUGE.replace('xx', 'xy')) === key]).toEqual([true, false, false, false, false])
})

test('of short ones all is remembered', () => {
  expect(callKey('send', '{"to":"anna"}')).toBe('send {"to":"anna"}')
})
