import type { AskedBy } from '../../talk/core/calls/asked-by'

interface Source {
  readonly from: string
  /** So many turns of the person until it counts no more. */
  readonly turns: number
}

/** Where untrusted text came from that an answer may follow now. One state in main; no model is asked. */
export type Taint = readonly Source[]

export const CLEAN: Taint = []
/** A card names them; more of them say nothing more. */
const MOST = 4

export type TaintInput =
  /** `late`: no answer has seen it yet when the person's next turn begins, so it reaches beyond that turn. */
  | { readonly type: 'read'; readonly from: string; readonly late: boolean }
  /** What the server hears by itself may be a loudspeaker. */
  | { readonly type: 'turnAsked'; readonly by: AskedBy }

export function taintStep(taint: Taint, input: TaintInput): Taint {
  if (input.type === 'turnAsked') return input.by === 'heard' ? taint : taint.flatMap(({ from, turns }) => (turns > 1 ? [{ from, turns: turns - 1 }] : []))
  const turns = Math.max(input.late ? 2 : 1, ...taint.filter(({ from }) => from === input.from).map((each) => each.turns))
  return [...taint.filter(({ from }) => from !== input.from), { from: input.from, turns }].slice(-MOST)
}

/** "the clipboard and example.org"; null: no untrusted text. */
export function taintedBy(taint: Taint): string | null {
  const names = taint.map(({ from }) => from)
  const last = names.at(-1)
  if (last === undefined) return null
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
