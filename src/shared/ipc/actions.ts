import { z } from 'zod'
import type { Page } from '../history'
import type { Action } from '../tools/actions'
import { type Answered, channel } from './channel'

const Id = z.string().min(1).max(64)

/** What the tools did, for the page Actions of the history window. */
export const ActionAsks = {
  /** Newest first; `before`: the time of the last one of the page above. */
  'actions:list': channel(z.tuple([z.number().finite().nullable(), z.number().int().min(1).max(500)]), 'history'),
  'actions:undo': channel(z.tuple([Id]), 'history'),
  'actions:export': channel(z.tuple([]), 'history'),
} as const

export interface ActionAnswers {
  'actions:list': Page<Action>
  /** False: it cannot be taken back any more. */
  'actions:undo': boolean
  /** Null: the person chose no file. */
  'actions:export': { readonly path: string; readonly actions: number } | null
}

export interface ActionApi {
  actions(before: number | null, limit: number): Answered<Page<Action>>
  undoAction(action: string): Answered<boolean>
  exportActions(): Answered<ActionAnswers['actions:export']>
}
