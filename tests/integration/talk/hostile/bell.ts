import type { Feature, JoinFeature, Talk } from '../../../../src/main/app/feature'
import type { Timers } from '../../../../src/main/platform/ports'
import type { FunctionCall, TalkExtension, TalkFact } from '../../../../src/main/talk/extension'

export const BELL = 'ring_bell'

/** How long a ring takes, in ms: at once, while something is said, and longer than anybody waits. */
const RINGS_MS = [0, 300, 2_000, 20_000, 200_000] as const

export interface BellWatch {
  rings(call: FunctionCall): void
}

/** A feature that takes one kind of call, and answers each of them once, whatever has become of the talk. */
export const bellFeature = (timers: Pick<Timers, 'after'>, watch: BellWatch): JoinFeature => (): Feature => {
  let talk: Talk | null = null
  let rung = 0
  const ring = (call: FunctionCall) => {
    watch.rings(call)
    const output = `rung ${String((rung += 1))}`
    timers.after(RINGS_MS[rung % RINGS_MS.length] ?? 0, () => talk?.answerCall(call.call, { output }))
  }
  const extension: TalkExtension = {
    name: 'bell',
    takes: ({ name }) => name === BELL,
    heard: (fact: TalkFact) => fact.type === 'callsAsked' && fact.calls.forEach(ring),
  }
  return {
    extensions: [extension],
    start: (started) => {
      talk = started
    },
  }
}
