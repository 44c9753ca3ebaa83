import type { ItemId } from '../ids'
import type { ToolChoice, ToolLevel } from './levels'

/** One argument as a person reads it: invisible characters are shown, nothing is left out. */
export interface CardArgument {
  readonly name: string
  readonly text: string
}

/** A call that waits for the person's hand. */
export interface ApprovalCard {
  /** Of the call; a new card has a new id. */
  readonly id: string
  /** Who offers the tool: "Parley", later the name of a server. */
  readonly source: string
  /** "Open a web page" */
  readonly title: string
  readonly level: ToolLevel
  readonly arguments: readonly CardArgument[]
  /** Where untrusted text came from that stands in this turn ("the clipboard", "example.org"); null: none does. */
  readonly after: string | null
  readonly undoable: boolean
  /** How long the approve key is to be held. */
  readonly holdMs: number
  /** It has been on screen long enough: a press counts. */
  readonly armed: boolean
  /** Parley itself presses keys just now, so no press counts. */
  readonly locked: boolean
  /** The approve key is down: since so many ms before this view; null: it is up. */
  readonly heldMs: number | null
  /** The key as printed on a keyboard; null: no key can be seen here, only the button. */
  readonly keyLabel: string | null
  /** The button was held, and main asks the same once more in a dialog of its own, which is now the place to answer. */
  readonly confirming: boolean
  /** What "always" would allow ("open pages of example.org"); null: it is not offered. */
  readonly always: string | null
  /** ms after this view until it is denied by itself. */
  readonly leftMs: number
}

/** A tool that runs, or waits for approval. */
export interface RunningTool {
  readonly item: ItemId
  readonly title: string
  readonly state: 'waits' | 'runs' | 'in-background'
  /** "3 of 10", in the tool's own words; null: it does not say. */
  readonly progress: string | null
}

/** Something was just done that can be taken back. */
export interface UndoOffer {
  /** Of the action. */
  readonly id: string
  /** "Timer set for 16:05" */
  readonly text: string
  /** ms after this view until the offer goes; the page Actions keeps it longer. */
  readonly leftMs: number
}

/** What panel, pill and tray show of the tools. */
export interface ToolsView {
  readonly choice: ToolChoice
  /** The first of those that wait; null: none. */
  readonly card: ApprovalCard | null
  /** How many wait behind it. */
  readonly behind: number
  readonly running: readonly RunningTool[]
  readonly undo: UndoOffer | null
}

/** A tool as the settings list it. */
export interface ToolListing {
  readonly name: string
  readonly source: string
  readonly title: string
  /** One plain sentence. */
  readonly explanation: string
  readonly level: ToolLevel
  /** It changes only what is Parley's own. */
  readonly isOwn: boolean
  readonly on: boolean
}

/** Something the person has allowed for some time. */
export interface AlwaysRule {
  readonly id: string
  readonly tool: string
  /** "open pages of example.org" */
  readonly text: string
  readonly since: number
  /** Null: until it is removed. `run`: until Parley ends. */
  readonly until: number | null | 'run'
}
