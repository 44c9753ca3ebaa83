import { Dice } from './dice'
import { type AnswerPlan, type Manners, throwManners, throwPlan } from './plan'

export const ODD_EVENTS = [
  'speech-started', 'speech-stopped', 'delete-newest', 'delete-oldest', 'quota-error', 'plain-error', 'created-again', 'updated-again', 'rate-limits',
  'no-json', 'no-object', 'no-type', 'huge-text', 'committed', 'call', 'foreign-item', 'truncate-newest', 'words-of-old', 'done-of-nobody', 'timeout-triggered',
] as const
export type OddEvent = (typeof ODD_EVENTS)[number]

export const CLOSES = [1_000, 1_001, 1_005, 1_006, 1_008, 1_011, 1_012, 3_000, 4_000, 4_001] as const

/** One thing somebody does: the person, or the server of its own accord. Any part of a script is a script. */
export type Step =
  | { readonly do: 'press' | 'release' | 'escape' | 'clip' | 'stop-clip' | 'hands-free' | 'hold' | 'reconnect' | 'undo' | 'wake' }
  | { readonly do: 'speak' | 'wait'; readonly ms: number }
  | { readonly do: 'type'; readonly number: number }
  | { readonly do: 'plan'; readonly plan: AnswerPlan }
  | { readonly do: 'unasked'; readonly plan: AnswerPlan }
  | { readonly do: 'odd'; readonly event: OddEvent }
  | { readonly do: 'close'; readonly code: (typeof CLOSES)[number]; readonly error: boolean; readonly refusals: number }

export interface Script {
  readonly manners: Manners
  readonly steps: readonly Step[]
}

const WAITS = [20, 60, 200, 1_000, 3_000, 12_000, 30_000] as const

const spoken = (dice: Dice): readonly Step[] => [{ do: 'press' }, { do: 'wait', ms: 60 }, { do: 'speak', ms: dice.one([60, 200, 400, 1_500]) }, { do: 'release' }]

/** The next answer is but a call. */
const calling = (dice: Dice): readonly Step[] => [{ do: 'plan', plan: { ...throwPlan(dice), instead: 'call' } }]

const THROWS: readonly ((dice: Dice, number: number) => readonly Step[])[] = [
  (dice) => spoken(dice),
  (dice) => spoken(dice),
  (dice) => [{ do: 'plan', plan: throwPlan(dice) }, ...spoken(dice), { do: 'wait', ms: dice.one(WAITS) }],
  (dice) => [...calling(dice), ...spoken(dice), { do: 'wait', ms: dice.one(WAITS) }],
  (dice, number) => [...calling(dice), ...calling(dice), { do: 'type', number }, { do: 'wait', ms: dice.one(WAITS) }],
  (_dice, number) => [{ do: 'type', number }],
  (dice, number) => [{ do: 'plan', plan: throwPlan(dice) }, { do: 'type', number }, { do: 'wait', ms: dice.one(WAITS) }],
  () => [{ do: 'press' }],
  () => [{ do: 'release' }],
  () => [{ do: 'escape' }],
  () => [{ do: 'escape' }],
  (dice) => [{ do: 'wait', ms: dice.one(WAITS) }],
  (dice) => [{ do: 'wait', ms: dice.one(WAITS) }],
  (dice) => [{ do: 'speak', ms: dice.one([100, 700]) }],
  (dice) => [{ do: 'unasked', plan: throwPlan(dice) }],
  (dice) => [{ do: 'odd', event: dice.one(ODD_EVENTS) }],
  (dice) => [{ do: 'odd', event: dice.one(ODD_EVENTS) }],
  (dice) => [{ do: 'close', code: dice.one(CLOSES), error: dice.chance(0.4), refusals: dice.one([0, 0, 1, 3]) }],
  () => [{ do: 'clip' }],
  () => [{ do: 'stop-clip' }],
  () => [{ do: 'hands-free' }],
  () => [{ do: 'hold' }],
  () => [{ do: 'reconnect' }],
  () => [{ do: 'undo' }],
  () => [{ do: 'wake' }],
]

export function throwScript(seed: number): Script {
  const dice = new Dice(seed)
  const manners = throwManners(dice)
  const count = dice.whole(3, 14)
  const steps = Array.from({ length: count }, (_, index) => dice.one(THROWS)(dice, index + 1)).flat()
  return { manners, steps }
}
