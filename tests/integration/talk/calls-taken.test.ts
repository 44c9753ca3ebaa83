import { expect, test } from 'vitest'
import type { CallAnswer, FunctionCall, TalkExtension } from '../../../src/main/talk/extension'
import { startEngine } from '../support/engine'

const CALL = { kind: 'function-call', name: 'clock', arguments: '{"zone":"UTC"}' } as const

/** A feature that answers by hand what it is asked. */
function hands() {
  const asked: FunctionCall[] = []
  const extension: TalkExtension = { name: 'hands', takes: ({ name }) => name === 'clock', heard: (fact) => fact.type === 'callsAsked' && asked.push(...fact.calls) }
  return { asked, extension }
}

const NOON: CallAnswer = { output: '{"time":"12:00"}' }

test('a spoken question, a call, its output, a spoken answer', async () => {
  const { asked, extension } = hands()
  const { sut, speak, heard, until, practice } = await startEngine([extension], { script: [{ outputs: [CALL] }, { outputs: [{ kind: 'say', text: 'It is noon.' }] }] })
  speak()
  await until(() => asked.length === 1)
  const acting = sut.facts().turnPhase
  for (const { call } of asked) sut.answerCall(call, NOON)
  await heard(1)
  const [session] = practice.sessions
  const received = session?.received.filter(({ type }) => type === 'response.create' || type === 'conversation.item.create').map(({ type, item }) => (item as { readonly output?: string } | undefined)?.output ?? type)
  expect({ acting, asked: asked.map(({ name, arguments: args }) => [name, args]), received, items: sut.conversation.current.items.map(({ text, tool }) => tool?.output ?? text).slice(1) }).toEqual({
    acting: 'acting',
    asked: [['clock', '{"zone":"UTC"}']],
    received: ['response.create', NOON.output, 'response.create'],
    items: [NOON.output, 'It is noon.'],
  })
})
