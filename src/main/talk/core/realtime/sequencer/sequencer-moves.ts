import type { ResponseId, TurnId } from '../../../../../shared/ids'
import { go } from '../../transition'
import { drop, note, named } from './known-responses'
import type { KnownResponse, SequencerStep } from './sequencer-types'

type Known = readonly KnownResponse[]

/** The moves that several states of the sequencer make. */

export const create = (known: Known, turn: TurnId | null): SequencerStep =>
  go({ name: 'creating', known, turn, cancelled: false, next: null }, { type: 'sendCreate', turn })

export const begun = (known: Known, response: ResponseId | null, turn: TurnId | null, next: TurnId | null): SequencerStep =>
  go({ name: 'active', known: note(known, response, turn), names: named([], response), turn, next })

/** It is not wanted, whatever it is called. */
export const dismiss = (known: Known, names: readonly ResponseId[], next: TurnId | null): SequencerStep =>
  go({ name: 'cancelling', known: drop(known, names), names, next }, { type: 'sendCancel', response: names[0] ?? null })

export const release = (known: Known, next: TurnId | null): SequencerStep => (next === null ? go({ name: 'idle', known }) : create(known, next))

/** The server answers though nobody asked. */
export const unasked = (known: Known, { response, welcome }: { readonly response: ResponseId | null; readonly welcome: boolean }, next: TurnId | null): SequencerStep =>
  welcome ? begun(known, response, null, next) : dismiss(note(known, response, null), named([], response), next)
