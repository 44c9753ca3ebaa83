import { expect, it } from 'vitest'
import { gestureStep } from '../../src/main/hotkeys/core/gesture'
import type { GestureInput, GestureOutput, GestureRules, GestureState } from '../../src/main/hotkeys/core/gesture-types'

const STATES: readonly GestureState[] = [
  { name: 'up' },
  { name: 'guarding' },
  { name: 'pressed' },
  { name: 'held', ended: false },
  { name: 'held', ended: true },
  { name: 'releasing' },
  { name: 'lifting', over: false },
  { name: 'lifting', over: true },
  { name: 'tapped' },
  { name: 'latched' },
  { name: 'ending' },
  { name: 'spent', lifting: false },
  { name: 'spent', lifting: true },
]

const table = () =>
  [
    '# The gesture machine',
    '',
    'Every state × every input × every choice of rules. A row without a rule holds under all of them. Written by `gesture-table.test.ts`.',
    '',
    ...STATES.flatMap(section),
  ].join('\n')

/** The golden table: change it with `vitest --update` and read the difference as what it is, a change of behaviour. */
it('moves as the table says', async () => {
  await expect(table()).toMatchFileSnapshot('gesture-table.md')
})

const INPUTS: readonly GestureInput[] = [
  { type: 'down' },
  { type: 'up' },
  { type: 'joined', by: 'key' },
  { type: 'joined', by: 'mouse' },
  { type: 'expired', timer: 'guard' },
  { type: 'expired', timer: 'tap' },
  { type: 'expired', timer: 'grace' },
  { type: 'lost' },
  { type: 'escape' },
  { type: 'ended' },
  { type: 'toggle', phase: 'idle' },
  { type: 'toggle', phase: 'listening' },
]

const NAMES = ['bare', 'tapToLatch', 'doubleTap'] as const
const RULES: readonly GestureRules[] = Array.from({ length: 8 }, (_, bits) => ({
  bare: (bits & 1) !== 0,
  tapToLatch: (bits & 2) !== 0,
  doubleTap: (bits & 4) !== 0,
}))

const stateText = (state: GestureState): string => {
  if (state.name === 'lifting') return state.over ? 'lifting, over' : 'lifting'
  if (state.name === 'held') return state.ended ? 'held, its turn over' : 'held'
  return state.name === 'spent' && state.lifting ? 'spent, lifting' : state.name
}

function section(state: GestureState): readonly string[] {
  const rows = INPUTS.flatMap((input) => rowsOf(state, input))
  const ignored = INPUTS.filter((input) => RULES.every((rules) => isIgnored(state, input, rules)))
  return [
    `## ${stateText(state)}`,
    '',
    '| input | under | next | does |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    `Ignored: ${ignored.map(inputText).join(', ') || 'nothing'}.`,
    '',
  ]
}

function isIgnored(state: GestureState, input: GestureInput, rules: GestureRules): boolean {
  const step = gestureStep(state, input, rules)
  return step.state === state && step.commands.length === 0
}

/** One row for each different answer, with the rules that lead to it; only those rules are named that make a difference. */
function rowsOf(state: GestureState, input: GestureInput): readonly string[] {
  const answers = RULES.map((rules) => ({ rules, text: answerText(state, input, rules) }))
  const matter = NAMES.filter((name) => answers.some(({ rules, text }) => text !== answerText(state, input, { ...rules, [name]: !rules[name] })))
  const under = (rules: GestureRules) => matter.map((name) => (rules[name] ? name : `not ${name}`)).join(', ')
  const rows = answers.map(({ rules, text }) => `| ${inputText(input)} | ${under(rules)} | ${text} |`)
  return [...new Set(rows)].filter(() => !RULES.every((rules) => isIgnored(state, input, rules)))
}

const outputText = (output: GestureOutput): string => (output.type === 'startTimer' ? `${output.timer} ${String(output.ms)} ms` : output.type)

function answerText(state: GestureState, input: GestureInput, rules: GestureRules): string {
  const { state: next, commands } = gestureStep(state, input, rules)
  return `${stateText(next)} | ${commands.map(outputText).join(', ') || '–'}`
}

function inputText(input: GestureInput): string {
  switch (input.type) {
    case 'joined':
      return `joined by ${input.by}`
    case 'expired':
      return `${input.timer} expired`
    case 'toggle':
      return `toggle in ${input.phase}`
    default:
      return input.type
  }
}
