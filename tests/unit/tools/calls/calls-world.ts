import { toolParts } from '../../../../src/main/tools/tool-parts'
import { ToolCalls } from '../../../../src/main/tools/calls/tool-calls'
import type { ToolSource } from '../../../../src/main/tools/core/tool'
import type { TalkFact } from '../../../../src/main/talk/extension'
import { callId, itemId, responseId, turnId } from '../../../../src/shared/ids'
import { FakeTimers } from '../../../fakes/fake-timers'
import { fakeToolsWorld } from '../../../fakes/fake-tools-world'

export const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Everything of the tools, with a talk and a person that the test plays. It throws on a second answer to a call. */
export function callsWith(...sources: readonly ToolSource[]) {
  const timers = new FakeTimers()
  const fakes = fakeToolsWorld(timers, sources)
  const { hotkeys, store } = fakes
  const parts = toolParts(fakes.world)
  const answers = new Map<string, string>()
  const announced: string[] = []
  /** Lines of the conversation whose job has ended. */
  const ended: string[] = []
  const calls = new ToolCalls(parts, {
    answerCall: (call, { output }) => {
      if (answers.has(call)) throw new Error(`answered twice: ${call}`)
      answers.set(call, output)
    },
    callEnded: (item, { outcome, result }) => void ended.push(`${item} ${outcome}: ${result ?? ''}`),
    callProgress: () => undefined,
    announce: (text) => announced.push(text),
  })
  let called = 0
  const made = (name: string, args: object) => {
    called += 1
    return { call: callId(`call${String(called)}`), item: itemId(`i${String(called)}`), name, arguments: JSON.stringify(args) }
  }
  const hear = async (fact: TalkFact) => {
    calls.heard(fact)
    await settled()
  }
  const ask = (asked: readonly ReturnType<typeof made>[]) => hear({ type: 'callsAsked', turn: turnId('t'), response: responseId('r'), calls: asked })
  return {
    ...fakes, calls, parts, timers, answers, announced, ended, hear,
    /** One answer of the model with these calls; their ids. */
    call: async (...wanted: readonly (readonly [name: string, args?: object])[]) => {
      const asked = wanted.map(([name, args = {}]) => made(name, args))
      await ask(asked)
      return asked.map(({ call }) => call)
    },
    /** One call that is whole while its answer goes on; `ends`: the answer is whole, too, or it is not. */
    whole: async (name: string, args: object = {}) => {
      const call = made(name, args)
      await hear({ type: 'callWhole', turn: turnId('t'), call })
      return { id: call.call, ends: (whole: boolean) => (whole ? ask([{ ...call }]) : hear({ type: 'callsDropped', calls: [call.call] })) }
    },
    interrupt: (...ids: readonly ReturnType<typeof callId>[]) => hear({ type: 'callsInterrupted', calls: ids }),
    asks: (by: 'held' | 'typed' | 'draft' | 'heard') => hear({ type: 'turnAsked', turn: turnId('t'), by }),
    /** The card in front is painted, read, and the approve key held so long. */
    approve: async (ms = 700) => {
      const { approvals } = parts
      approvals.shown(approvals.card?.id ?? '', 'panel')
      timers.pass(800)
      hotkeys.approve('down', 0)
      timers.pass(ms)
      hotkeys.approve('up', 0)
      await settled()
    },
    card: () => parts.approvals.card,
    results: () => [...store.done.values()].map(({ result }) => result),
    stored: () => [...store.done.values()].map(({ tool, approval, outcome }) => `${tool} ${approval} ${outcome}`),
  }
}
