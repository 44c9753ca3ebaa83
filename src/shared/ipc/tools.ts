import { z } from 'zod'
import { AlwaysForSchema, ToolChoiceSchema, ToolNameSchema } from '../tools/levels'
import type { AlwaysFor, ToolChoice } from '../tools/levels'
import type { AlwaysRule, ToolListing } from '../tools/view'
import { type Answered, channel, type Unsubscribe } from './channel'

const Id = z.string().min(1).max(64)

export const ToolAsks = {
  /** Less goes at once; more is asked by main in a dialog of its own, but for the settings window. */
  'tools:choose': channel(z.tuple([ToolChoiceSchema]), 'panel'),
  /** This call, and every one like it for so long: main asks. */
  'tools:allow-always': channel(z.tuple([Id, AlwaysForSchema]), 'panel'),
  /** What was offered to be taken back. */
  'tools:undo': channel(z.tuple([Id]), 'panel'),
  'tools:list': channel(z.tuple([]), 'settings'),
  'tools:switch': channel(z.tuple([ToolNameSchema, z.boolean()]), 'settings'),
  'tools:set-choice': channel(z.tuple([ToolChoiceSchema]), 'settings'),
  'tools:forget-rule': channel(z.tuple([Id]), 'settings'),
  /** Main asks where; no page names a path. */
  'tools:choose-notes-folder': channel(z.tuple([]), 'settings'),
  'tools:reset-notes-folder': channel(z.tuple([]), 'settings'),
} as const

/** What the settings window lists. */
export interface ToolList {
  readonly tools: readonly ToolListing[]
  readonly always: readonly AlwaysRule[]
  /** Where notes are written. */
  readonly notes: { readonly path: string; readonly isStandard: boolean }
}

export interface ToolAnswers {
  /** What holds now. */
  'tools:choose': ToolChoice
  /** False: the person said no to main, or the card has gone. */
  'tools:allow-always': boolean
  /** False: it cannot be taken back any more. */
  'tools:undo': boolean
  'tools:list': ToolList
  'tools:switch': ToolList
  'tools:set-choice': ToolChoice
  'tools:forget-rule': ToolList
  'tools:choose-notes-folder': ToolList
  'tools:reset-notes-folder': ToolList
}

export interface ToolPushes {
  /** What `tools:list` answers is different now. */
  'tools:changed': null
}

export const ToolTells = {
  /** The card with this id is painted: only then can it be approved, by key or by button. */
  'tools:shown': channel(z.tuple([Id, z.enum(['panel', 'indicator'])]), 'panel', 'indicator'),
  /** The card's button is down. Main measures how long, and looks whether a person presses anything at all. */
  'tools:hold': channel(z.tuple([Id]), 'panel'),
  /** `left`: the pointer went elsewhere, so it was meant no more. */
  'tools:release': channel(z.tuple([Id, z.enum(['up', 'left'])]), 'panel'),
  'tools:deny': channel(z.tuple([Id]), 'panel', 'indicator'),
  /** Everything that runs or waits. */
  'tools:stop': channel(z.tuple([]), 'panel'),
} as const

/** Of a card, everywhere it is drawn. */
export interface CardApi {
  /** After the first paint of this card. */
  cardShown(card: string, place: 'panel' | 'indicator'): void
  denyCard(card: string): void
}

export interface ToolApi extends CardApi {
  chooseTools(choice: ToolChoice): Answered<ToolChoice>
  allowAlways(card: string, howLong: AlwaysFor): Answered<boolean>
  undoAction(action: string): Answered<boolean>
  /** Pointer, Space or Return down on the button; `releaseCard` when it is up again (`up`), or the pointer or the focus leaves it (`left`). */
  holdCard(card: string): void
  releaseCard(card: string, how: 'up' | 'left'): void
  stopTools(): void
}

/** Of the settings window. */
export interface ToolPreferencesApi {
  tools(): Answered<ToolList>
  switchTool(name: string, on: boolean): Answered<ToolList>
  chooseTools(choice: ToolChoice): Answered<ToolChoice>
  forgetRule(rule: string): Answered<ToolList>
  chooseNotesFolder(): Answered<ToolList>
  resetNotesFolder(): Answered<ToolList>
  onToolsChanged(listener: () => void): Unsubscribe
}
