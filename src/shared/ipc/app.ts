import { z } from 'zod'
import type { AssistantView, ItemsPatch, ViewSnapshot } from '../view'
import { type Hint, HintSchema } from '../settings/hints'
import { type Answered, channel, type Unsubscribe } from './channel'

/** What the pages show, and what main tells them by the way. */
export const AppAsks = {
  'view:get': channel(z.tuple([]), 'panel'),
} as const

export interface AppAnswers {
  'view:get': ViewSnapshot
}

export const AppTells = {
  'notice:dismiss': channel(z.tuple([z.number().int()]), 'panel', 'settings'),
  /** An instruction has stood there to be read. */
  'hint:seen': channel(z.tuple([HintSchema]), 'panel'),
} as const

export interface AppPushes {
  view: AssistantView
  items: ItemsPatch
}

export interface AppApi {
  getView(): Answered<ViewSnapshot>
  dismissNotice(id: number): void
  hintSeen(hint: Hint): void
  onView(listener: (view: AssistantView) => void): Unsubscribe
  onItems(listener: (patch: ItemsPatch) => void): Unsubscribe
}
