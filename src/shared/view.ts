import type { ConversationItem } from './conversation'
import type { ErrorTag } from './errors/errors'
import type { Notice, Slip } from './errors/notice'
import type { DraftId, ItemId } from './ids'
import type { Attachment } from './images/images'
import type { ServerQuestion } from './mcp/questions'
import type { RemindersView } from './reminders'
import type { Settings, TalkMode } from './settings'
import type { ToolsView } from './tools/view'

export type TurnPhase = 'idle' | 'opening' | 'listening' | 'closing' | 'thinking' | 'speaking' | 'acting'

export type ConnectionView =
  | { readonly state: 'offline' }
  /** Closed because nobody talked; the next press wakes it. */
  | { readonly state: 'asleep' }
  | { readonly state: 'connecting' }
  | { readonly state: 'ready' }
  /** Lost, for `reason`; attempt number `attempt` (from 1) starts `delayMs` after this view. */
  | { readonly state: 'waiting'; readonly delayMs: number; readonly attempt: number; readonly reason: ErrorTag }
  /** Given up; only the person can help. `reason` has words in error-words.ts. */
  | { readonly state: 'failed'; readonly reason: ErrorTag }

/** Where the API key for the chosen endpoint is: never the key itself. */
export type SecretPlace = 'not-needed' | 'none' | 'keychain' | 'this-run' | 'environment'

/** Speech of this conversation that did not reach its server, kept as a draft. */
export interface KeptSpeech {
  readonly draft: DraftId
  readonly ms: number
}

interface StandardKey {
  /** As settings keep it. */
  readonly key: string
  readonly label: string
}

/** Everything the panel shows but the conversation: small, sent whole on every change. */
export interface AssistantView {
  readonly phase: TurnPhase
  readonly mode: TalkMode
  /** True while a mode switch waits for the server. */
  readonly switching: boolean
  /** Hands-free only: the talk key muted the microphone. */
  readonly muted: boolean
  /** Hands-free only: the server hears speech right now. */
  readonly hearing: boolean
  /** The turn goes on without the key; its next press ends it. */
  readonly latched: boolean
  /** Milliseconds after this view until the turn ends by itself; null until that has been announced. */
  readonly turnEndsInMs: number | null
  /** Milliseconds after this view in which a discarded turn can be taken back; null: none can. */
  readonly undoMs: number | null
  readonly connection: ConnectionView
  /** So much speech waits for a server that has not got it yet; null: none. */
  readonly waitingMs: number | null
  readonly kept: readonly KeptSpeech[]
  /** "Practice", "OpenAI" or the custom host, for the state line. */
  readonly endpointName: string
  readonly secret: SecretPlace
  /** `hold`: press and release are seen. `toggle`: the system gives no key-up, press starts and press stops. `none`: no hotkey. */
  readonly talkKeyStyle: 'hold' | 'toggle' | 'none'
  /** The key as printed on a keyboard, e.g. "Right Ctrl". */
  readonly talkKeyLabel: string
  readonly modeKeyLabel: string
  /** To hold while a tool asks. */
  readonly approveKeyLabel: string
  /** Opens the panel; empty: there is none. */
  readonly panelKeyLabel: string
  /** What each key is by default; null where it is. */
  readonly standardKeys: { readonly talk: StandardKey | null; readonly mode: StandardKey | null; readonly approve: StandardKey | null; readonly panel: StandardKey | null }
  readonly notice: Notice | null
  readonly slip: Slip | null
  /** Nothing of this talk is written down. */
  readonly private: boolean
  /** What is written into a trace folder, private talks too: the words, or the sound as well; null: nothing. */
  readonly traced: 'events' | 'audio' | null
  /** Images that go with the next thing the person says. */
  readonly attachments: readonly Attachment[]
  /** The draft or item whose kept sound is being played; null: none. */
  readonly playingClip: string | null
  /** The voice whose sentence the server has been asked for, and has not said yet; null: none. */
  readonly voiceAsked: string | null
  /** Interrupted answers of which the rest can still be played. */
  readonly unheard: readonly ItemId[]
  /** Whether somebody tries the microphone out; a tag: why that failed. */
  readonly microphonePreview: 'off' | 'on' | ErrorTag
  /** Whether the system lets us lower the sound of other programs; null: not known yet. */
  readonly canLowerOthers: boolean | null
  /** What is asked of the tools, and what waits for the person's hand. */
  readonly tools: ToolsView
  /** Timers and reminders whose time has come. */
  readonly reminders: RemindersView
  /** What a server of tools asks the person; null: nothing. */
  readonly mcp: { readonly question: ServerQuestion | null }
  readonly settings: Settings
}

/** What a freshly loaded page asks for. */
export interface ViewSnapshot {
  readonly view: AssistantView
  readonly items: readonly ConversationItem[]
}

/** Conversation changes since the last push: replace or append by id; `order` is the whole order when it changed, else null. */
export interface ItemsPatch {
  readonly upserts: readonly ConversationItem[]
  readonly order: readonly ItemId[] | null
}
