import type { ResponseId, TurnId } from '../../../shared/ids'
import type { KnownResponse } from './sequencer-types'

/** Late deltas come within a second; a conversation never has this many answers in one. */
export const MAX_KNOWN = 32

type Known = readonly KnownResponse[]

export const learn = (known: Known, response: ResponseId, turn: TurnId | null): Known =>
  known.some((entry) => entry.response === response) ? known : [...known, { response, turn, dropped: false }].slice(-MAX_KNOWN)

export const drop = (known: Known, response: ResponseId): Known =>
  known.map((entry) => (entry.response === response ? { ...entry, dropped: true } : entry))

/** It was not made for anybody's turn after all. */
export const disown = (known: Known, response: ResponseId): Known =>
  known.map((entry) => (entry.response === response ? { ...entry, turn: null } : entry))

export const find = (known: Known, response: ResponseId): KnownResponse | null =>
  known.find((entry) => entry.response === response) ?? null
