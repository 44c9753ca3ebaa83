import type { CutKind } from '../../../../src/main/practice/faults/cuts'
import type { FaultName } from '../../../../src/main/practice/faults/faults'
import { dice } from '../talk/random-keys'

export const MOMENTS = ['before', 'during', 'after', 'answering'] as const
export type Moment = (typeof MOMENTS)[number]

/** What helps a connection that is gone: nothing but time, the network's return, or the person. */
export type Help = 'time' | 'network' | 'person'

export interface Cut {
  readonly label: string
  readonly kind: CutKind
  readonly moment: Moment
  /** 0..1: where within the moment. */
  readonly share: number
  /** Connects that are refused after it. */
  readonly refusal: { readonly name: FaultName; readonly times: number } | null
  readonly help: Help
}

export interface TurnPlan {
  /** Which sentence is said. */
  readonly sentence: number
  /** The next press comes while the answer is heard, this part of it later; null: when it is over. */
  readonly interruptedAfter: number | null
  /** The server says only after its answer what words it heard. */
  readonly lateWords: boolean
  readonly cuts: readonly Cut[]
}

type Way = Pick<Cut, 'label' | 'kind'> & { readonly refused?: FaultName }

const WAYS: readonly Way[] = [
  { label: 'drop', kind: 'drop' },
  { label: 'half-open', kind: 'half-open' },
  { label: '3000', kind: 'close-3000' },
  { label: 'expire', kind: 'expire' },
  { label: '503', kind: 'drop', refused: 'http-503' },
  { label: '4000', kind: 'close-4000' },
  { label: 'drop', kind: 'drop' },
  { label: '429', kind: 'drop', refused: 'http-429' },
  { label: 'expire', kind: 'expire' },
]
const MOST_REFUSALS = 2
const INTERRUPTS = 0.2
const LATE_WORDS = 0.35
export const SENTENCES = 20

/** A talk of `turns` turns with `cuts` cuts. Every kind and every moment gets its share; the rest is the dice's. */
export function talkPlan(seed: number, turns: number, cuts: number): readonly TurnPlan[] {
  const random = dice(seed)
  const slots = shuffled(random, Array.from({ length: turns * MOMENTS.length }, (_, index) => ({ turn: index % turns, moment: Math.floor(index / turns) })))
  const moments = balanced(slots, cuts)
  const ways = shuffled(random, Array.from({ length: cuts }, (_, index) => WAYS[index % WAYS.length] ?? { label: 'drop', kind: 'drop' as const }))
  const struck = moments.map((slot, index) => ({ turn: slot.turn, cut: cutOf(random, ways[index] ?? { label: 'drop', kind: 'drop' }, slot.moment) }))
  return Array.from({ length: turns }, (_, turn) => ({
    sentence: turn % SENTENCES,
    interruptedAfter: random() < INTERRUPTS ? random() : null,
    lateWords: random() < LATE_WORDS,
    cuts: struck.filter((each) => each.turn === turn).map(({ cut }) => cut),
  }))
}

function cutOf(random: () => number, { label, kind, refused }: Way, moment: number): Cut {
  const refusal = refused === undefined ? null : { name: refused, times: 1 + Math.floor(random() * MOST_REFUSALS) }
  const help = (['time', 'network', 'person'] as const)[Math.floor(random() * 3)] ?? 'time'
  return { label, kind, moment: MOMENTS[moment] ?? 'during', share: random(), refusal, help }
}

interface Slot {
  readonly turn: number
  readonly moment: number
}

/** As many slots of each moment, in the order of the dice. */
function balanced(slots: readonly Slot[], count: number): readonly Slot[] {
  const of = MOMENTS.map((_, moment) => slots.filter((slot) => slot.moment === moment))
  return Array.from({ length: count }, (_, index) => of[index % MOMENTS.length]?.[Math.floor(index / MOMENTS.length)]).filter((slot) => slot !== undefined)
}

function shuffled<T>(random: () => number, list: readonly T[]): readonly T[] {
  return list.map((value) => ({ value, key: random() })).sort((a, b) => a.key - b.key).map(({ value }) => value)
}
