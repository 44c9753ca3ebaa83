import { assertNever } from '../../../../../shared/assert'
import type { ConversationId } from '../../../../../shared/ids'

/** `active` is where the keys are; `chosen` are marked for one action on all; a range runs from `anchor`. */
export interface Choice {
  readonly active: ConversationId | null
  readonly anchor: ConversationId | null
  readonly chosen: ReadonlySet<ConversationId>
}

export type ChoiceAction =
  /** The keys go there; nothing else changes. */
  | { readonly kind: 'move'; readonly to: ConversationId }
  /** A plain click or Enter: this one, and no others. */
  | { readonly kind: 'only'; readonly id: ConversationId }
  | { readonly kind: 'extend'; readonly to: ConversationId }
  /** `open`: the first choice by Ctrl+click takes the open conversation with it. */
  | { readonly kind: 'toggle'; readonly id: ConversationId; readonly open: ConversationId | null }
  | { readonly kind: 'all' }
  | { readonly kind: 'clear' }

export const NO_CHOICE: Choice = { active: null, anchor: null, chosen: new Set() }

export function choose(choice: Choice, action: ChoiceAction, order: readonly ConversationId[]): Choice {
  switch (action.kind) {
    case 'move':
      return { ...choice, active: action.to, anchor: action.to }
    case 'only':
      return { active: action.id, anchor: action.id, chosen: new Set() }
    case 'extend': {
      const anchor = choice.anchor ?? choice.active ?? action.to
      return { active: action.to, anchor, chosen: new Set(between(order, anchor, action.to)) }
    }
    case 'toggle':
      return { active: action.id, anchor: action.id, chosen: toggled(choice.chosen, action.id, action.open) }
    case 'all':
      return { ...choice, chosen: new Set(order) }
    case 'clear':
      return choice.chosen.size === 0 ? choice : { ...choice, chosen: new Set() }
    default:
      return assertNever(action)
  }
}

function toggled(chosen: ReadonlySet<ConversationId>, id: ConversationId, open: ConversationId | null): ReadonlySet<ConversationId> {
  const next = new Set(chosen.size === 0 && open !== null && open !== id ? [open] : chosen)
  if (!next.delete(id)) next.add(id)
  return next
}

function between(order: readonly ConversationId[], from: ConversationId, to: ConversationId): readonly ConversationId[] {
  const [a, b] = [order.indexOf(from), order.indexOf(to)]
  if (a === -1 || b === -1) return [to]
  return order.slice(Math.min(a, b), Math.max(a, b) + 1)
}

/** Rows went: the keys go on at the next one that is still there, else at the one before. */
export function reconciled(choice: Choice, before: readonly ConversationId[], after: readonly ConversationId[]): Choice {
  const here = new Set(after)
  const kept = [...choice.chosen].filter((id) => here.has(id))
  const chosen = kept.length === choice.chosen.size ? choice.chosen : new Set(kept)
  const active = choice.active === null || here.has(choice.active) ? choice.active : heir(choice.active, before, here)
  const anchor = choice.anchor !== null && here.has(choice.anchor) ? choice.anchor : active
  const same = active === choice.active && anchor === choice.anchor && chosen === choice.chosen
  return same ? choice : { active, anchor, chosen }
}

function heir(gone: ConversationId, before: readonly ConversationId[], here: ReadonlySet<ConversationId>): ConversationId | null {
  const at = before.indexOf(gone)
  if (at === -1) return null
  return before.slice(at + 1).find((id) => here.has(id)) ?? before.slice(0, at).findLast((id) => here.has(id)) ?? null
}
