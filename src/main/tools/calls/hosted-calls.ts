import { serverWords } from '../../../shared/mcp/servers'
import type { TalkFact } from '../../talk/extension'
import type { Approvals } from '../approval/approvals'
import { type RunningCalls, stopCall } from './running-calls'
import type { TurnTaint } from './turn-taint'

const GONE = 'The connection to the voice server has ended.'

/** What is heard of servers that the voice server is connected to. Taint holds at once: the same answer may call something else. */
export function hostedHeard(fact: Extract<TalkFact, { readonly type: 'hostedCalled' | 'hostedGone' }>, running: RunningCalls, taint: TurnTaint, approvals: Approvals): void {
  if (fact.type === 'hostedCalled') {
    const isLate = running.all.find(({ item }) => item === fact.request)?.isLate ?? false
    return fact.ended === null ? undefined : taint.read(serverWords(fact.label), isLate)
  }
  for (const call of fact.calls.flatMap((id) => running.get(id) ?? [])) {
    if (call.state === 'waits') approvals.withdraw(call.action)
    else stopCall(call, GONE)
  }
}
