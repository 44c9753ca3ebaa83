import { expect, it } from 'vitest'
import { answerOwner, type AnswerOwner, type Askers } from '../../src/main/talk/core/realtime/answer-owner'
import { emptySequencer, sequencerStep, type SequencerInput, type SequencerState } from '../../src/main/talk/core/realtime/sequencer/response-sequencer'
import { responseId, type ResponseId, type TurnId, turnId } from '../../src/shared/ids'

const [T1, T2] = [turnId('T1'), turnId('T2')]
const [R1, R2] = [responseId('R1'), responseId('R2')]

const request = (turn: TurnId | null = T1): SequencerInput => ({ type: 'request', turn })
const begins = (type: 'created' | 'sign', response: ResponseId | null, welcome: boolean): SequencerInput => ({ type, response, welcome })
const after = (...inputs: readonly SequencerInput[]): SequencerState => inputs.reduce((state, input) => sequencerStep(state, input).state, emptySequencer)

const STATES: readonly (readonly [string, SequencerState])[] = [
  ['idle', emptySequencer],
  ['creating T1', after(request())],
  ['creating, to go on with what the server says by itself', after(request(null))],
  ['creating T1, cancelled', after(request(), { type: 'cancel' })],
  ['creating T1, then T2', after(request(), request(T2))],
  ['held T1', after(request(), { type: 'createRefused', welcome: true })],
  ['active R1 for T1', after(request(), begins('created', R1, false))],
  ['active for T1, without a name', after(request(), begins('sign', null, false))],
  ['active R1, by itself', after(begins('created', R1, true))],
  ['cancelling R1', after(request(), begins('created', R1, false), { type: 'cancel' })],
  ['cancelling R1, then T2', after(request(), begins('created', R1, false), { type: 'cancel' }, request(T2))],
  ['cancelling, without a name', after(request(), begins('sign', null, false), { type: 'cancel' })],
  ['idle behind R1 for T1', after(request(), begins('created', R1, false), { type: 'done', response: R1 })],
]

const table = () =>
  [
    '# Whose an answer is',
    '',
    'Every state of the response sequencer × every input, and the owner of what comes. R1 is known, R2 is not, "unnamed" has no id; "welcome": hands-free is open. Written by `answer-table.test.ts`.',
    '',
    ...STATES.flatMap(([name, state]) => section(name, state)),
  ].join('\n')

/** Whose an answer is, in every state: change it with `vitest --update` and read the difference as a change of behaviour. */
it('owns and moves as the table says', async () => {
  await expect(table()).toMatchFileSnapshot('answer-table.md')
})
const KEY_UP: Askers = { turn: null, welcome: false }

const INPUTS: readonly SequencerInput[] = [
  request(T2),
  request(null),
  { type: 'cancel' },
  ...[false, true].flatMap((welcome) =>
    (['created', 'sign'] as const).flatMap((type) => [R1, R2, null].map((response) => begins(type, response, welcome)))),
  ...[R1, R2, null].map((response): SequencerInput => ({ type: 'done', response })),
  { type: 'createRefused', welcome: false },
  { type: 'createRefused', welcome: true },
  { type: 'createFailed' },
  { type: 'expired' },
]

const ASKERS: readonly (readonly [string, Askers])[] = [
  ['T1 waits', { turn: T1, welcome: false }],
  ['nobody waits', KEY_UP],
  ['hands-free', { turn: null, welcome: true }],
  ['T1 waits, hands-free', { turn: T1, welcome: true }],
]

const nameOf = (response: ResponseId | null): string => response ?? 'unnamed'
const ownerText = (owner: AnswerOwner): string => (owner.kind === 'turn' ? owner.turn : owner.kind)

const commandText = (command: ReturnType<typeof sequencerStep>['commands'][number]): string =>
  command.type === 'sendCreate' ? `sendCreate ${command.turn ?? 'by itself'}` : `sendCancel ${command.response ?? 'whatever runs'}`

function section(name: string, state: SequencerState): readonly string[] {
  const rows = INPUTS.map((input) => ({ input, ...sequencerStep(state, input) }))
  const moves = rows.filter((row) => row.state !== state || row.commands.length > 0)
  const ignored = rows.filter((row) => !moves.includes(row))
  return [
    `## ${name}`,
    '',
    `| owner | ${ASKERS.map(([who]) => who).join(' | ')} |`,
    `| --- | ${ASKERS.map(() => '---').join(' | ')} |`,
    ...[R1, R2, null].map((response) => `| ${nameOf(response)} | ${ASKERS.map(([, askers]) => ownerText(answerOwner(state, response, askers))).join(' | ')} |`),
    '',
    '| input | next | commands |',
    '| --- | --- | --- |',
    ...moves.map((row) => `| ${inputText(row.input)} | ${stateText(row.state)} | ${row.commands.map(commandText).join(', ') || '–'} |`),
    '',
    `Ignored: ${ignored.map(({ input }) => inputText(input)).join(', ') || 'nothing'}.`,
    '',
  ]
}

function inputText(input: SequencerInput): string {
  const welcome = 'welcome' in input && input.welcome ? ' welcome' : ''
  if (input.type === 'request') return `request ${input.turn ?? 'by itself'}`
  return 'response' in input ? `${input.type} ${nameOf(input.response)}${welcome}` : `${input.type}${welcome}`
}

function stateText(state: SequencerState): string {
  const names = 'names' in state ? state.names.join(' ') : ''
  const turn = 'turn' in state && state.turn !== null ? `for ${state.turn}` : ''
  const next = 'next' in state && state.next !== null ? `then ${state.next}` : ''
  const cancelled = state.name === 'creating' && state.cancelled ? 'cancelled' : ''
  const dropped = state.known.filter((entry) => entry.dropped).map(({ response }) => response)
  return [state.name, names, turn, cancelled, next, dropped.length === 0 ? '' : `(dropped ${dropped.join(' ')})`].filter((word) => word !== '').join(' ')
}
