import { expect, it, test } from 'vitest'
import { approvalStep, type ApprovalInput, isArmed, NO_CARD } from '../../../../src/main/tools/core/approval-gesture'
import { dice } from '../../../e2e/support/talk/random-keys'
import type { ToolLevel } from '../../../../src/shared/tools/levels'

type At = readonly [ms: number, input: ApprovalInput]

const card = (level: ToolLevel, id = 'a'): ApprovalInput => ({ type: 'opened', card: { id, level } })
const seen = (on = true): ApprovalInput => ({ type: 'seen', on })
const down = (by: 'key' | 'button' = 'key'): ApprovalInput => ({ type: 'down', by })
const up = (by: 'key' | 'button' = 'key'): ApprovalInput => ({ type: 'up', by })
const lost = (by: 'key' | 'button' = 'key'): ApprovalInput => ({ type: 'lost', by })
const is = (type: 'talking' | 'sounding' | 'typing', on = true): ApprovalInput => ({ type, on })
const looked: ApprovalInput = { type: 'looked' }
const closed: ApprovalInput = { type: 'closed' }

/** What was decided, in order. */
function decided(...trace: readonly At[]): readonly string[] {
  let state = NO_CARD
  return trace.flatMap(([ms, input]) => {
    const next = approvalStep(state, input, ms)
    state = next.state
    return next.verdict === null ? [] : [`${next.verdict} at ${String(ms)}`]
  })
}

test.each<[string, readonly At[], readonly string[]]>([
  ['held long enough', [[0, card(2)], [0, seen()], [700, down()], [1_300, up()]], ['held at 1300']],
  ['the button held long enough', [[0, card(2)], [0, seen()], [700, down('button')], [1_300, up('button')]], ['clicked at 1300']],
  ['too short', [[0, card(2)], [0, seen()], [700, down()], [1_299, up()]], []],
  ['begun before anybody can have read it', [[0, card(2)], [0, seen()], [699, down()], [2_000, up()]], []],
  ['begun before it was there at all', [[0, down()], [1, card(2)], [1, seen()], [3_000, up()]], []],
  ['never on the screen', [[0, card(2)], [2_000, down()], [3_000, up()]], []],
  ['gone from the screen while held', [[0, card(2)], [0, seen()], [800, down()], [900, seen(false)], [901, seen()], [2_500, up()]], []],
  ['back on the screen: read anew', [[0, card(2)], [0, seen()], [800, seen(false)], [900, seen()], [1_500, down()], [2_500, up()]], []],
  ['auto-repeat does not begin anew', [[0, card(2)], [0, seen()], [700, down()], [1_000, down()], [1_200, down()], [1_300, up()]], ['held at 1300']],
  ['a repeat of a press that did not count', [[0, card(2)], [0, seen()], [500, down()], [800, down()], [1_600, up()]], []],
  ['the way up is lost', [[0, card(2)], [0, seen()], [700, down()], [1_500, lost()], [1_600, up()]], []],
  ['the way up is lost and nobody says so', [[0, card(2)], [0, seen()], [700, down()], [20_000, up()]], []],
  ['another hand lets go', [[0, card(2)], [0, seen()], [700, down()], [1_400, up('button')]], []],
  ['a tap, then a hold', [[0, card(2)], [0, seen()], [700, down()], [800, up()], [900, down()], [1_500, up()]], ['held at 1500']],
  ['what cannot be undone takes longer', [[0, card(4)], [0, seen()], [700, down()], [1_899, up()], [2_000, down()], [3_200, up()]], ['held at 3200']],
  ['what cannot be undone, while something plays', [[0, card(4)], [0, seen()], [0, is('sounding')], [800, down()], [3_000, up()]], []],
  ['what cannot be undone, and something begins to play', [[0, card(4)], [0, seen()], [800, down()], [1_500, is('sounding')], [1_600, is('sounding', false)], [3_000, up()]], []],
  ['sound does not matter to the rest', [[0, card(3)], [0, seen()], [0, is('sounding')], [800, down()], [1_400, up()]], ['held at 1400']],
  ['Parley itself types', [[0, card(3)], [0, seen()], [800, is('typing')], [801, down()], [1_500, up()], [1_501, is('typing', false)], [1_600, down()], [2_300, up()]], []],
  ['some time after it typed', [[0, card(3)], [0, seen()], [800, is('typing')], [900, is('typing', false)], [1_600, down()], [2_200, up()]], ['held at 2200']],
  ['the key that approved one does not approve the next', [[0, card(2)], [0, seen()], [700, down()], [900, closed], [900, card(2, 'b')], [900, seen()], [3_000, up()]], []],
  ['nobody answers', [[0, card(2)], [0, seen()], [59_999, looked], [60_000, looked]], ['timed-out at 60000']],
  ['nobody answers while the person talks', [[0, card(2)], [30_000, is('talking')], [200_000, looked], [200_000, is('talking', false)], [229_999, looked], [230_000, looked]], ['timed-out at 230000']],
  ['the hand that has begun may end it', [[0, card(2)], [0, seen()], [59_900, down()], [60_000, looked], [60_500, up()]], ['held at 60500']],
  ['the hand that has begun lets go too soon', [[0, card(2)], [0, seen()], [59_900, down()], [60_000, looked], [60_100, up()]], ['timed-out at 60100']],
  ['something lies on the key', [[0, card(2)], [0, seen()], [59_900, down()], [69_900, looked], [69_901, looked]], ['timed-out at 69901']],
])('%s', (_name, trace, expected) => {
  expect(decided(...trace)).toEqual(expected)
})

it('never approves what was not on the screen and held, whatever comes', () => {
  const random = dice(7)
  const any = (): ApprovalInput => {
    const on = random() < 0.5
    const by = random() < 0.5 ? 'key' : 'button'
    const inputs: readonly ApprovalInput[] = [card(random() < 0.5 ? 4 : 2, String(random())), closed, seen(on), seen(true), ...Array.from({ length: 6 }, () => [down(by), up(by)]).flat(), lost(by), is('talking', on), is('sounding', on), is('typing', on), looked]
    return inputs[Math.floor(random() * inputs.length)] ?? looked
  }
  const approvals: { readonly long: boolean; readonly undisturbed: boolean; readonly armed: boolean; readonly input: string }[] = []
  for (let run = 0; run < 3_000; run += 1) {
    let [state, now, pressedAt, quietSince] = [NO_CARD, 0, Infinity, 0]
    for (let step = 0; step < 60; step += 1) {
      now += Math.floor(random() * 500)
      const input = any()
      if (input.type === 'down' && state.press === null) pressedAt = now
      if (['opened', 'closed'].includes(input.type) || (input.type === 'seen' && !input.on) || (input.type === 'typing' && input.on)) quietSince = now
      const next = approvalStep(state, input, now)
      if (next.verdict === 'held' || next.verdict === 'clicked') {
        approvals.push({ long: now - pressedAt >= (state.card?.level === 4 ? 1_200 : 600), undisturbed: pressedAt >= quietSince, armed: isArmed(state, now), input: input.type })
      }
      state = next.state
    }
  }
  expect(approvals.length).toBeGreaterThan(50) // or it proves nothing
  expect(approvals.filter((each) => !each.long || !each.undisturbed || !each.armed || each.input !== 'up')).toEqual([])
})
