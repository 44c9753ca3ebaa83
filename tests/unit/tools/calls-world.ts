import { toolParts } from '../../../src/main/tools/tool-parts'
import { ToolCalls } from '../../../src/main/tools/tool-calls'
import type { ToolSource } from '../../../src/main/tools/core/tool'
import type { TalkFact } from '../../../src/main/talk/extension'
import { callId, conversationId, itemId, responseId, turnId } from '../../../src/shared/ids'
import { ok } from '../../../src/shared/result'
import { defaultSettings, type Settings } from '../../../src/shared/settings'
import type { AppError } from '../../../src/shared/errors/errors'
import { FakeActionStore } from '../../fakes/fake-action-store'
import { FakeCards } from '../../fakes/fake-cards'
import { FakeTimers } from '../../fakes/fake-timers'
import { FakeHotkeys, noTrace, silentLogger } from '../../fakes/fake-world'

export const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Everything of the tools, with a talk and a person that the test plays. It throws on a second answer to a call. */
export function callsWith(...sources: readonly ToolSource[]) {
  let settings: Settings = defaultSettings('linux')
  let minted = 0
  const [timers, store, cards, hotkeys] = [new FakeTimers(), new FakeActionStore(), new FakeCards(), new FakeHotkeys()]
  const conversation = { id: conversationId('c1'), private: false }
  const asked: string[] = []
  const notices: AppError[] = []
  const person = { says: true }
  const parts = toolParts({
    settings: () => settings,
    updateSettings: (patch) => ok((settings = { ...settings, ...patch } as Settings)),
    changed: () => undefined,
    notify: (error) => notices.push(error),
    confirm: (question) => {
      asked.push(question.title)
      return Promise.resolve(person.says)
    },
    timers,
    wallClock: () => 1_000,
    mint: () => {
      minted += 1
      return `a${String(minted)}`
    },
    logger: silentLogger,
    trace: noTrace,
    conversation: () => conversation,
    sources: () => sources,
    store,
    places: cards,
    hand: cards,
    approveKey: hotkeys,
    approveKeyLabel: () => 'Ctrl+Alt+Enter',
    approveKeyTaken: () => false,
    chooseFile: () => Promise.resolve(null),
  })
  const answers = new Map<string, string>()
  const announced: string[] = []
  const calls = new ToolCalls(parts, {
    answerCall: (call, { output }) => {
      if (answers.has(call)) throw new Error(`answered twice: ${call}`)
      answers.set(call, output)
    },
    callProgress: () => undefined,
    announce: (text) => announced.push(text),
  })
  let called = 0
  const hear = async (fact: TalkFact) => {
    calls.heard(fact)
    await settled()
  }
  return {
    calls, parts, timers, store, cards, hotkeys, answers, announced, asked, notices, person, hear, conversation,
    settings: () => settings,
    set: (patch: Partial<Settings>) => (settings = { ...settings, ...patch }),
    /** One answer of the model with these calls; their ids. */
    call: async (...wanted: readonly (readonly [name: string, args?: object])[]) => {
      const made = wanted.map(([name, args = {}]) => {
        called += 1
        return { call: callId(`call${String(called)}`), item: itemId(`i${String(called)}`), name, arguments: JSON.stringify(args) }
      })
      await hear({ type: 'callsAsked', turn: turnId('t'), response: responseId('r'), calls: made })
      return made.map(({ call }) => call)
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
    stored: () => [...store.done.values()].map(({ tool, approval, outcome }) => `${tool} ${approval} ${outcome}`),
  }
}
