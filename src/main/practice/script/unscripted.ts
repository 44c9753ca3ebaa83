import { isToolOutput, isUser, textOf } from '../output/echo-response'
import type { FaultBox } from '../faults/faults'
import { allowedIn, openCallsIn } from '../items/calls'
import type { ItemRecord } from '../items/conversation'
import { citing } from './citing'
import { ordersIn } from './orders'
import type { Output, ScriptedResponse } from './script'
import { readTypedCalls } from './typed-calls'

const NOW: ScriptedResponse = { outputs: [{ kind: 'function-call', name: 'now', arguments: '{}' }] }
const FINAL: ScriptedResponse = { outputs: [{ kind: 'echo', phase: 'final_answer' }] }

/** Some models lose patience with a call that nobody answers. */
const repeatedCalls = (read: readonly ItemRecord[], faults: FaultBox): readonly Output[] =>
  faults.has('repeats-open-calls') ? openCallsIn(read).map(({ name = '', arguments: json = '{}' }): Output => ({ kind: 'function-call', name, arguments: json })) : []

/** What an answer may go by. */
interface Known {
  /** What is new. */
  readonly heard: readonly ItemRecord[]
  readonly read: readonly ItemRecord[]
  /** Nobody forbade it with `tool_choice: "none"`. */
  readonly mayCall: boolean
  /** Of the tools. */
  readonly descriptions: readonly string[]
}

const callsFor = (question: ItemRecord, { read, descriptions }: Known, faults: FaultBox): ScriptedResponse => {
  const again = repeatedCalls(read, faults)
  if (again.length > 0) return { outputs: again }
  const typed = readTypedCalls(textOf(question))
  if (typed !== null) return { outputs: typed }
  const orders = faults.has('obeys-orders') ? descriptions.flatMap(ordersIn) : []
  if (orders.length > 0) return { outputs: orders }
  return faults.strike('calls-now') ? NOW : {}
}

const lastWords = (heard: readonly ItemRecord[], faults: FaultBox): ScriptedResponse => {
  const text = faults.has('cites') ? citing(heard.filter(isToolOutput).map(({ item }) => item.output ?? '')) : null
  return text === null ? FINAL : { outputs: [{ kind: 'say', text, phase: 'final_answer' }] }
}

const afterOutputs = (heard: readonly ItemRecord[], faults: FaultBox): ScriptedResponse => {
  const orders = faults.has('obeys-orders') ? heard.filter(isToolOutput).flatMap(({ item }) => ordersIn(item.output ?? '')) : []
  return orders.length > 0 ? { outputs: orders } : lastWords(heard, faults)
}

/** Practice has it done by nobody: the arguments come back, and what is called `fail` fails. */
const allowedCalls = (heard: readonly ItemRecord[], read: readonly ItemRecord[]): readonly Output[] =>
  allowedIn(heard, read).map(({ id, name = '', arguments: json = '{}', server_label: serverLabel = '' }): Output => ({
    kind: 'mcp-call', serverLabel, name, arguments: json, request: id, ...(name === 'fail' ? { error: 'It failed, as it was asked to.' } : { output: `practice was given ${json}` }),
  }))

/** What is answered where no script says it. */
export const unscripted = (known: Known, faults: FaultBox): ScriptedResponse => {
  const { heard, read, mayCall } = known
  const allowed = allowedCalls(heard, read)
  if (allowed.length > 0) return { outputs: allowed }
  const last = heard.findLast((record) => isUser(record) || isToolOutput(record))
  if (last === undefined) return {}
  if (isUser(last)) return mayCall ? callsFor(last, known, faults) : {}
  return mayCall ? afterOutputs(heard, faults) : lastWords(heard, faults)
}
