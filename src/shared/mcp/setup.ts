import type { ServerConfig, ServerState, ServerTool } from './servers'

/** Where the browser comes back to from signing in, at any port of this computer: whoever hands out a client ID is told so. */
export const CALLBACK_PATH = '/signed-in'

/** What a placeholder of a pasted server asks for, once. */
export interface DraftAsk {
  readonly key: string
  readonly words: string
  readonly secret: boolean
  /** Where nothing is typed; null: something must be. Never of a secret. */
  readonly otherwise: string | null
}

/** A server that was pasted and is not added yet, without its secrets: main keeps those. */
export interface ServerDraft {
  readonly id: string
  readonly label: string
  /** Command and arguments, or the address, each as it would be used; invisible characters are written out. */
  readonly lines: readonly DraftLine[]
  readonly asks: readonly DraftAsk[]
  readonly cautions: readonly string[]
  readonly notes: readonly string[]
}

export interface DraftLine {
  readonly name: string
  readonly text: string
}

export interface PastedDrafts {
  readonly drafts: readonly ServerDraft[]
  /** A sentence for each that was not taken. */
  readonly refused: readonly string[]
}

/** `new`: nobody has said yes to main yet. `changed`: somebody has, to another entry. Neither starts. */
export type ServerConsent = 'new' | 'changed' | 'confirmed'

/** `none`: no sign-in is known to be wanted. */
export type SignIn = 'none' | 'wanted' | 'open' | 'done'

/** A server as its page lists it. */
export interface ServerListing {
  readonly config: ServerConfig
  readonly lines: readonly DraftLine[]
  readonly cautions: readonly string[]
  readonly consent: ServerConsent
  /** Names of variables or headers that have no value any more. */
  readonly lacks: readonly string[]
  readonly signIn: SignIn
  /** Why the last sign-in did not come to an end, as a sentence. */
  readonly signInFault: string | null
  /** Null: the servers have not heard of it yet. */
  readonly state: ServerState | null
  /** How many of its tools wait to be looked at. */
  readonly unseen: number
}

/** What is different from what the person has looked at. `before` null: it was too long ago to be known. */
export interface ToolChange {
  readonly what: 'description' | 'arguments' | 'rest'
  readonly before: string | null
}

export interface ListedServerTool extends ServerTool {
  readonly changes: readonly ToolChange[]
}

/** What was asked of a page's list, and its answer in words: null: it was done. */
export interface ServerList {
  readonly servers: readonly ServerListing[]
  readonly refusal: string | null
  /** A server that was just removed and can be put back. */
  readonly removed: { readonly id: string; readonly label: string } | null
}
