import type { GivenPassage } from '../../../shared/knowledge/passages'
import type { ItemId } from '../../../shared/ids'
import type { Result } from '../../../shared/result'
import type { StoredUndo } from '../../../shared/tools/actions'
import type { ToolLevel } from '../../../shared/tools/levels'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }
export type JsonObject = { readonly [name: string]: Json }

/** As the server is told: exactly these fields (docs/wire-facts.md, Tools). */
export interface FunctionDefinition {
  readonly type: 'function'
  readonly name: string
  readonly description: string
  /** JSON Schema of one object. */
  readonly parameters: JsonObject
}

/** One thing that a model may ask for. */
export interface Tool {
  readonly definition: FunctionDefinition
  readonly level: ToolLevel
  /** "Set a timer" */
  readonly title: string
  /** Who offers it, where that is not its source: of many servers one. */
  readonly by?: string
  /** The model is not told of it: another tool of its source leads to it. */
  readonly isBehind?: true
  /** A server of this label has it, to which the voice server is connected: nobody here runs it, it is only allowed. */
  readonly hosted?: { readonly label: string; readonly name: string }
  /** One plain sentence for the settings. */
  readonly explanation: string
  /** A barge-in aborts a read and lets a write finish; a read may begin before its response has ended. */
  readonly effect: 'read' | 'write'
  /** A change of Parley's own data (a timer, a note, a fact): it runs without asking, with an undo. */
  readonly isOwn: boolean
  /** What the model may not read as orders comes with it ("the clipboard", "the screen"); null: the outcome says, or nothing does. */
  readonly untrusted: string | null
  /** Arguments are JSON from a model: what comes out is what runs. The error is read by the model and may be heard by a person. */
  check(given: Json): Result<JsonObject, string>
  /** What one "always" would allow, for levels 1 to 3: `key` is compared, `text` is shown. Null: never offered. */
  pattern?(args: JsonObject): { readonly key: string; readonly text: string } | null
}

/** As a model makes it. */
export interface NamedCall {
  readonly name: string
  /** JSON. */
  readonly arguments: string
  /** The voice server asks for a call of a server of this label. */
  readonly hosted?: string
}

export interface ToolRequest {
  readonly name: string
  /** Checked by the tool. */
  readonly arguments: JsonObject
  /** Its line in the conversation. */
  readonly item?: ItemId
  /** Nothing of it is to stay: the conversation is private. */
  readonly private: boolean
  /** Untrusted text stands in the turn that asks; where from. Null: none. */
  readonly taintedBy: string | null
  readonly signal: AbortSignal
  /** In words, at most 80 characters. */
  readonly progress: (words: string) => void
}

export type ToolOutcome =
  | {
      readonly kind: 'done'
      /** What the model reads. */
      readonly output: Json
      /** One line for the person: "Timer set for 16:05". */
      readonly said: string
      /** Where text in it comes from that gives no orders. */
      readonly untrusted?: string
      /** PNG or JPEG data URLs, sent behind the output. */
      readonly images?: readonly string[]
      readonly undo?: StoredUndo
      /** The places in the person's files that the output is made of, by which an answer may name its sources. */
      readonly passages?: readonly GivenPassage[]
    }
  /** `error`: words that a person could hear. `retry`: the same again may work. `untrusted`: whose words stand in it. */
  | { readonly kind: 'failed'; readonly error: string; readonly retry: boolean; readonly untrusted?: string }

/** Where tools come from: Parley's own, later MCP servers. */
export interface ToolSource {
  readonly name: string
  /** In a fixed order: definitions are cached by the server as a prefix. */
  list(): readonly Tool[]
  /** Never rejects: what throws is a bug, and is answered as a failure. */
  call(request: ToolRequest): Promise<ToolOutcome>
  /** False: it cannot be taken back any more. */
  undo?(undo: StoredUndo): Promise<boolean>
  /** The call that is meant by one of a tool that stands for others; null: it stands for itself. Approval, rules and actions are of what is meant. */
  behind?(call: NamedCall): NamedCall | null
  /** Its list is another one; taken up with the next session. Returns how to stop hearing of it. */
  changed?(heard: () => void): () => void
}
