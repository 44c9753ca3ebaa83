import { expect, test } from 'vitest'
import { holds, seenAt, untilOf } from '../../../../src/main/tools/core/allowance-time'
import { type Allowance, AllowanceSchema } from '../../../../src/shared/settings/tools'

const DAY = 86_400_000
const MADE = 1_000 * DAY
const rule = (wish: Partial<Allowance> = {}): Allowance => ({ id: 'r', tool: 'open_url', level: 3, key: 'example.org', text: 'open pages of example.org', since: MADE, until: untilOf('30-days', MADE), seen: MADE, ...wish })

test.each([
  ['at once', {}, MADE, true],
  ['to its last moment', {}, MADE + 30 * DAY - 1, true],
  ['not at its end', {}, MADE + 30 * DAY, false],
  ['by a clock that was put right by an hour', {}, MADE - 3_600_000, true],
  ['not by a clock that is set back before it was made', {}, MADE - 2 * DAY, false],
  ['not by a clock that is set back behind what was seen', { seen: MADE + 20 * DAY }, MADE + 10 * DAY, false],
  ['not behind its end by a clock that is set back a little', { seen: MADE + 30 * DAY }, MADE + 30 * DAY - 3_600_000, false],
  ['for good whatever the clock says', { until: null }, 0, true],
])('a rule holds %s', (_when, wish, now, expected) => {
  expect(holds(rule(wish), now)).toBe(expected)
})

test('however often the clock is set back, a rule is over', () => {
  let kept = rule()
  let hours = 0
  for (let now = MADE; holds(kept, now); hours += 1) {
    kept = seenAt(kept, now)
    now += hours % 2 === 0 ? 2 * 3_600_000 : -3_600_000 // on by two, back by one
  }
  expect(hours).toBeLessThan(2 * 30 * 24)
})

test('a rule of an earlier file, which tells no time that was seen, holds as it did', () => {
  const { id, tool, level, key, text, since, until } = rule()
  const read = AllowanceSchema.parse({ id, tool, level, key, text, since, until })
  expect([read.seen, holds(read, MADE + 29 * DAY), holds(read, MADE + 30 * DAY), holds(read, MADE - 2 * DAY)]).toEqual([0, true, false, false])
})
