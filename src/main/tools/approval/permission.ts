import type { Approval } from '../../../shared/tools/actions'
import type { Settings } from '../../../shared/settings'
import type { Allowances } from './allowances'
import type { Approvals } from './approvals'
import { cardArguments } from '../core/card'
import { gate, type GateVerdict } from '../core/gate'
import { argumentsOf, type ReadyCall } from '../core/ready-call'
import type { FoundTool, ToolList } from '../tool-list'
import type { RunningCall } from '../calls/running-calls'

/** `why`: read by the model, perhaps heard by the person. */
export type Permission =
  | { readonly kind: 'run'; readonly approval: Approval }
  | { readonly kind: 'refused'; readonly why: string; readonly approval: Approval }

export interface PermissionParts {
  readonly tools: ToolList
  readonly allowances: Allowances
  readonly approvals: Approvals
  readonly settings: () => Settings
}

const WHY: Readonly<Record<'denied' | 'timed-out' | 'withdrawn', string>> = {
  denied: 'The person said no.',
  'timed-out': 'The person did not answer the card.',
  withdrawn: 'It was stopped before the person had answered.',
}

/** May this call run? Asks the person where it has to. */
export class Permissions {
  constructor(private readonly parts: PermissionParts) {}

  /** As far as it can be said without asking. */
  gate({ tool }: FoundTool, ready: ReadyCall, tainted: boolean): GateVerdict {
    const { tools, allowances, settings } = this.parts
    return gate({ level: tool.level, isOwn: tool.isOwn, choice: settings().toolChoice, on: tools.isOn(tool), allowed: allowances.of(tool, argumentsOf(ready)), tainted })
  }

  /** `after`: whose text stands in the turn. */
  async ask(found: FoundTool, ready: ReadyCall, running: RunningCall, after: string | null): Promise<Permission> {
    const verdict = this.gate(found, ready, after !== null)
    if (verdict.kind === 'refuse') return { kind: 'refused', why: verdict.why, approval: 'not-asked' }
    if (verdict.kind === 'run') {
      this.parts.allowances.review()
      return { kind: 'run', approval: verdict.approval }
    }
    return this.askPerson(found, ready, running, after)
  }

  private async askPerson(found: FoundTool, ready: ReadyCall, running: RunningCall, after: string | null): Promise<Permission> {
    const { allowances, approvals } = this.parts
    const { tool, source } = found
    running.state = 'waits'
    const args = argumentsOf(ready)
    const decision = await approvals.ask({
      id: running.action,
      source: tool.by ?? source.name,
      title: tool.title,
      level: tool.level,
      arguments: cardArguments(args),
      after,
      undoable: tool.level < 3 && tool.effect === 'write',
      always: tool.level === 4 || after !== null ? null : (tool.pattern?.(args)?.text ?? null),
    })
    running.state = 'runs'
    if (decision === 'denied' || decision === 'timed-out' || decision === 'withdrawn') return { kind: 'refused', why: WHY[decision], approval: decision }
    const now = this.gate(found, ready, after !== null) // the tools may have been switched off meanwhile
    if (now.kind === 'refuse') return { kind: 'refused', why: now.why, approval: typeof decision === 'string' ? decision : 'always' }
    if (decision === 'held' || decision === 'clicked') {
      if (tool.level < 3) allowances.allowHere(tool)
      return { kind: 'run', approval: decision }
    }
    allowances.allowAlways(tool, args, decision.always)
    return { kind: 'run', approval: 'always' }
  }
}
