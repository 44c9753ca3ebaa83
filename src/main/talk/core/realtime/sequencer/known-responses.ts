import type { ResponseId, TurnId } from '../../../../../shared/ids'
import type { KnownResponse } from './sequencer-types'

/** Late deltas come within a second; a conversation never has this many answers in one. */
export const MAX_KNOWN = 32

type Known = readonly KnownResponse[]
type Name = ResponseId | null

export const note = (known: Known, response: Name, turn: TurnId | null): Known =>
  response === null || known.some((entry) => entry.response === response) ? known : [...known, { response, turn, dropped: false }].slice(-MAX_KNOWN)

/** Not wanted under any of its names. */
export const drop = (known: Known, names: readonly ResponseId[]): Known =>
  known.map((entry) => (names.includes(entry.response) ? { ...entry, dropped: true } : entry))

/** It was not made for anybody's turn after all. */
export const disown = (known: Known, names: readonly ResponseId[]): Known =>
  known.map((entry) => (names.includes(entry.response) ? { ...entry, turn: null } : entry))

export const find = (known: Known, response: Name): KnownResponse | null =>
  known.find((entry) => entry.response === response) ?? null

/** One more name; a server that uses many for one answer does not fill the memory. */
export const named = (names: readonly ResponseId[], response: Name): readonly ResponseId[] =>
  response === null || names.includes(response) ? names : [...names, response].slice(-MAX_KNOWN)
