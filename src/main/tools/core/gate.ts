import type { ToolChoice, ToolLevel } from '../../../shared/tools/levels'

export interface GateFacts {
  readonly level: ToolLevel
  readonly isOwn: boolean
  readonly choice: ToolChoice
  /** Not switched off by the person. */
  readonly on: boolean
  /** Allowed before: in this conversation by hand, or by a rule that fits these arguments. */
  readonly allowed: 'no' | 'here' | 'by-rule'
  /** Untrusted text stands in the turn. */
  readonly tainted: boolean
}

export type GateVerdict =
  | { readonly kind: 'run'; readonly approval: 'not-asked' | 'always' }
  | { readonly kind: 'ask' }
  /** `why`: read by the model, and perhaps heard by the person. */
  | { readonly kind: 'refuse'; readonly why: string }

const RUN: GateVerdict = { kind: 'run', approval: 'not-asked' }
const AS_ALLOWED: GateVerdict = { kind: 'run', approval: 'always' }
const ASK: GateVerdict = { kind: 'ask' }

/** Whether a call may run, has to be asked for, or may not at all. Nothing that was said, by whom ever, comes in here. */
export function gate(facts: GateFacts): GateVerdict {
  const why = refusal(facts)
  return why === null ? asked(facts) : { kind: 'refuse', why }
}

function refusal({ level, choice, on }: GateFacts): string | null {
  if (choice === 'off') return 'The person has switched all tools off.'
  if (!on) return 'The person has switched this tool off.'
  return choice === 'read-only' && level > 1 ? 'The person allows only tools that read.' : null
}

function asked({ level, isOwn, allowed, tainted }: GateFacts): GateVerdict {
  switch (level) {
    case 0:
      return RUN
    case 1: // once per tool and conversation
      return allowed === 'no' ? ASK : AS_ALLOWED
    case 2:
      if (isOwn) return RUN // it has an undo
      return allowed === 'no' ? ASK : AS_ALLOWED
    case 3: // every time; and whoever wrote the text in this turn may know the rules
      return allowed === 'by-rule' && !tainted ? AS_ALLOWED : ASK
    case 4:
      return ASK
  }
}
