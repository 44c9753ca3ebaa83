import { expect, test } from 'vitest'
import type { FunctionCall, TalkExtension } from '../../../src/main/talk/extension'
import { type Engine, startEngine } from '../support/engine'
import { OUTCOME, outcomeOf, timeIn, TYPED } from '../support/tool-talk'

/** A feature that has the tool of that talk, and answers the calls of each response in one go. */
function clock() {
  const asked: FunctionCall[] = []
  const extension: TalkExtension = { name: 'clock', takes: ({ name }) => name === 'clock', heard: (fact) => fact.type === 'callsAsked' && asked.push(...fact.calls) }
  const answer = ({ sut }: Engine) => {
    for (const { call, arguments: json } of asked.splice(0)) sut.answerCall(call, { output: timeIn((JSON.parse(json) as { readonly zone: string }).zone) })
  }
  return { extension, answer }
}

/** Plays and answers until everything has been said. */
async function ask(engine: Engine, text: string, answer: (engine: Engine) => void): Promise<void> {
  const { sut, until, drain } = engine
  sut.submit({ kind: 'text', text })
  await until(() => {
    answer(engine)
    drain()
    return sut.facts().turnPhase === 'idle'
  })
}

test('the conversation that a foreign client holds with the endpoint too has the same outcome, with one request behind all outputs', async () => {
  const { extension, answer } = clock()
  const engine = await startEngine([extension], { forgives: [], pacing: { speed: 50, thinkMs: 10 } })
  for (const text of TYPED) await ask(engine, text, answer)
  const [report] = engine.practice.sessions
  expect(report === undefined ? null : { ...outcomeOf(report), creates: report.turns.map(({ creates }) => creates) }).toEqual({ ...OUTCOME, creates: [2, 2, 2, 1] })
})
