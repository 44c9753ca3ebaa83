import { expect, it } from 'vitest'
import { step } from '../../src/main/talk/core/turn/machine'
import type { TurnCommand, TurnInput, TurnState } from '../../src/main/talk/core/turn/types'
import { factsOf, REST, STATES, T1, VERBS } from '../unit/talk/core/turn/inputs'

const table = () =>
  ['# The turn machine', '', 'Every state × every input. T1 is the running turn, T2 a new one. Written by `turn-table.test.ts`.', '', ...STATES.flatMap(section)].join('\n')

/** The golden table: change it with `vitest --update` and read the difference as what it is, a change of behaviour. */
it('moves as the table says', async () => {
  await expect(table()).toMatchFileSnapshot('turn-table.md')
})

const INPUTS: readonly TurnInput[] = [...VERBS, ...factsOf(T1), ...REST]

const detailsOf = (state: TurnState): readonly string[] => {
  if (state.name === 'acting') return [`${String(state.calls)} calls`, state.drained ? '' : 'still heard']
  return state.name === 'speaking' ? [state.done ? 'done' : '', state.drained ? 'drained' : '', state.next ? 'next due' : ''] : []
}

const stateText = (state: TurnState): string =>
  [state.name, state.name === 'closing' && state.failed !== null ? 'failed' : '', ...detailsOf(state), state.name === 'idle' ? '' : state.turn]
    .filter((word) => word !== '')
    .join(' ')

function section(state: TurnState): readonly string[] {
  const relevant = INPUTS.filter((input) => input.type !== 'expired' || input.stage === state.name)
  const rows = relevant.map((input) => ({ input, ...step(state, input) }))
  const ignored = rows.filter((row) => row.state === state && row.commands.length === 0)
  const moves = rows.filter((row) => !ignored.includes(row))
  return [
    `## ${stateText(state)}`,
    '',
    '| input | next | commands |',
    '| --- | --- | --- |',
    ...moves.map((row) => `| ${inputText(row.input)} | ${stateText(row.state)} | ${row.commands.map(commandText).join(', ') || '–'} |`),
    '',
    `Ignored: ${ignored.map(({ input }) => inputText(input)).join(', ') || 'nothing'}.`,
    '',
  ]
}

function inputText(input: TurnInput): string {
  switch (input.type) {
    case 'captureClosed':
      return `captureClosed ${String(input.ms)} ms`
    case 'responseDone':
      return input.more ? 'responseDone more' : 'responseDone'
    case 'callsAsked':
      return `callsAsked ${String(input.calls)}`
    case 'callAnswered':
      return `callAnswered, ${String(input.left)} left`
    case 'press':
    case 'submit':
      return `${input.type} ${input.turn}`
    default:
      return input.type
  }
}

function commandText(command: TurnCommand): string {
  switch (command.type) {
    case 'openCapture':
      return `openCapture ${command.turn}${command.merge ? ' merge' : ''}`
    case 'notify':
      return `notify ${command.error.tag}`
    case 'renewBound':
    case 'cancelResponse':
    case 'stopPlayback':
    case 'finishPlayback':
      return command.type
    default:
      return `${command.type} ${command.turn}`
  }
}
