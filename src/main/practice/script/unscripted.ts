import { isToolOutput, isUser, textOf } from '../output/echo-response'
import type { FaultBox } from '../faults/faults'
import type { ItemRecord } from '../items/conversation'
import { ordersIn } from './orders'
import type { ScriptedResponse } from './script'
import { readTypedCalls } from './typed-calls'

const NOW: ScriptedResponse = { outputs: [{ kind: 'function-call', name: 'now', arguments: '{}' }] }
const FINAL: ScriptedResponse = { outputs: [{ kind: 'echo', phase: 'final_answer' }] }

const callsFor = (question: ItemRecord, faults: FaultBox): ScriptedResponse => {
  const typed = readTypedCalls(textOf(question))
  if (typed !== null) return { outputs: typed }
  return faults.strike('calls-now') ? NOW : {}
}

const afterOutputs = (heard: readonly ItemRecord[], faults: FaultBox): ScriptedResponse => {
  const orders = faults.has('obeys-orders') ? heard.filter(isToolOutput).flatMap(({ item }) => ordersIn(item.output ?? '')) : []
  return orders.length > 0 ? { outputs: orders } : FINAL
}

/** What is answered where no script says it. `mayCall`: nobody forbade it with `tool_choice: "none"`. */
export const unscripted = (heard: readonly ItemRecord[], mayCall: boolean, faults: FaultBox): ScriptedResponse => {
  const last = heard.findLast((record) => isUser(record) || isToolOutput(record))
  if (last === undefined) return {}
  if (isUser(last)) return mayCall ? callsFor(last, faults) : {}
  return mayCall ? afterOutputs(heard, faults) : FINAL
}
