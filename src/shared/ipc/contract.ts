import { z } from 'zod'
import type { AppError } from '../errors/errors'
import type { Result } from '../result'
import type { ConnectionVerdict } from '../providers/connection-verdict'
import { DipSchema, EndpointSchema, type Settings, FirstStepsPatchSchema, PreferencesPatchSchema, TalkModeSchema } from '../settings'
import { type DeviceLists, DeviceListsSchema, type DevicePreference, type MicrophoneSettings } from '../sound-settings'
import type { TextPart } from '../conversation'
import { ERROR_TAGS, type ErrorTag } from '../errors/errors'
import { MAX_IMAGE_BYTES } from '../images/images'
import { SecretSchema } from '../secret'
import type { ItemId } from '../ids'
import { MAX_TEXT_CHARS } from '../typed-text'
import type { AssistantView, ItemsPatch, SecretPlace, ViewSnapshot } from '../view'
import { type HistoryAnswers, type HistoryChange, HistoryInvokeSchemas, type JobView, type PlayingView } from './history-contract'

const ImageBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= MAX_IMAGE_BYTES)

const ItemIdSchema = z.string().min(1).max(128)

/** Places in the settings window. */
export const SETTINGS_SECTIONS = ['general', 'connection', 'answers', 'sound', 'keys', 'privacy'] as const
export const SettingsSectionSchema = z.enum(SETTINGS_SECTIONS)

const Loudness = z.number().min(0).max(1)
/** How loud it is now, 0 to 1 as the eye wants it: what is heard, and what is said. */
export const LoudnessSchema = z.object({ input: Loudness, output: Loudness })

/** `secret` null: the key that is there already, if any. */
const ServerEntrySchema = z.object({ endpoint: EndpointSchema, secret: SecretSchema.nullable() })

/** Ask (renderer → main, with an answer): channel → schema of the arguments. */
export const InvokeSchemas = {
  'view:get': z.tuple([]),
  /** Goes with the images that wait; main refuses an empty one where none does. */
  'text:send': z.tuple([z.string().trim().max(MAX_TEXT_CHARS)]),
  /** One image waits for what is said next: its file name, and its bytes as they will be sent. */
  'image:attach': z.tuple([z.string().max(255), ImageBytes]),
  'settings:update': z.tuple([PreferencesPatchSchema]),
  /** The panel's, while the first steps are shown. */
  'first-steps:update': z.tuple([FirstStepsPatchSchema]),
  'secret:set': z.tuple([SecretSchema]),
  'secret:forget': z.tuple([]),
  /** Nothing is kept of what is tested. */
  'server:test': z.tuple([ServerEntrySchema]),
  'server:use': z.tuple([ServerEntrySchema]),
  'hotkey:record': z.tuple([z.enum(['talk', 'mode'])]),
  'settings:get': z.tuple([]),
  'indicator:get': z.tuple([]),
  /** Its text goes to the clipboard. */
  'item:copy': z.tuple([ItemIdSchema]),
  /** A piece of a text that is too long to be pushed. */
  'item:text': z.tuple([ItemIdSchema, z.number().int().min(0)]),
  'item:play': z.tuple([ItemIdSchema]),
  'item:remove': z.tuple([ItemIdSchema]),
  'item:restore': z.tuple([ItemIdSchema]),
  /** Answered once more, or asked once more; see history/item-acts. */
  'item:again': z.tuple([ItemIdSchema]),
  ...HistoryInvokeSchemas,
} as const

/** Answers, by channel; each arrives inside a Result. */
export interface InvokeAnswers extends HistoryAnswers {
  'view:get': ViewSnapshot
  'text:send': null
  'image:attach': null
  'settings:update': Settings
  'first-steps:update': Settings
  /** Where the key now is; `this-run` when the keychain could not keep it. */
  'secret:set': SecretPlace
  'secret:forget': SecretPlace
  'server:test': ConnectionVerdict
  'server:use': Settings
  'settings:get': SettingsPageState
  'indicator:get': IndicatorView
  'item:copy': null
  'item:text': TextPart
  'item:play': null
  'item:remove': null
  'item:restore': null
  /** What was taken out of the talk for it, which can be brought back. */
  'item:again': readonly ItemId[]
  /** The next key or chord pressed, in the form `settings:update` takes. */
  'hotkey:record': string
}

/** What may be told of a device while the talk goes on; each is an error tag, for its words. */
const DEVICE_NEWS = ['mic-replaced', 'mic-silent', 'mic-bluetooth', 'mic-one-channel', 'speaker-replaced'] as const satisfies readonly ErrorTag[]

/** What the page's audio host tells main (renderer → main, no answer). */
export const AudioReportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('captureFailed'), turn: z.string().max(64), tag: z.enum(ERROR_TAGS) }),
  z.object({ kind: z.literal('microphone'), live: z.boolean() }),
  z.object({ kind: z.literal('speakerFailed') }),
  z.object({ kind: z.literal('devicesChanged') }),
  z.object({ kind: z.literal('trialFailed'), tag: z.enum(ERROR_TAGS) }),
  /** Nothing failed, but the person should know. `device`: its label. */
  z.object({ kind: z.literal('deviceNews'), news: z.enum(DEVICE_NEWS), device: z.string().max(512) }),
])

/** Tell (renderer → main, without an answer). */
export const SendSchemas = {
  'talk:press': z.tuple([]),
  'talk:release': z.tuple([]),
  'talk:cancel': z.tuple([]),
  /** What was discarded a moment ago is sent after all. */
  'talk:undo': z.tuple([]),
  'server:stop-test': z.tuple([]),
  /** Nothing leaves this computer. */
  'server:practice': z.tuple([]),
  'mode:set': z.tuple([TalkModeSchema]),
  'connection:retry': z.tuple([]),
  'notice:dismiss': z.tuple([z.number().int()]),
  'image:detach': z.tuple([z.string().min(1).max(64)]),
  'panel:hide': z.tuple([]),
  /** A fresh conversation; the old one stays in the history. `private`: nothing of it is written down. */
  'conversation:new': z.tuple([z.object({ private: z.boolean() })]),
  'history:open': z.tuple([]),
  'settings:open': z.tuple([SettingsSectionSchema.nullable()]),
  'panel:show': z.tuple([]),
  'replay:stop': z.tuple([]),
  'devices:tell': z.tuple([DeviceListsSchema]),
  'loudness:tell': z.tuple([LoudnessSchema]),
  /** The indicator is dragged by so many DIP. `done`: let go, so this is its place. */
  'indicator:move': z.tuple([z.object({ dx: DipSchema, dy: DipSchema, done: z.boolean() })]),
  /** Chromium says that the network is back. */
  'network:online': z.tuple([]),
  /** The microphone's level is looked at in the settings, or not any more. */
  'microphone:try': z.tuple([z.boolean()]),
  'audio:report': z.tuple([AudioReportSchema]),
  /** The page's audio host is ready to take its ports. */
  'audio:ready': z.tuple([]),
} as const

export type EarconName = 'listen' | 'sent' | 'answer' | 'hands-free' | 'hold' | 'mute' | 'unmute' | 'ending' | 'error'

/** What main asks of the page's audio host. Gates and samples travel on the ports, not here. */
export type AudioCommand =
  /** Have the microphone running for this turn; answer with `captureFailed` if that cannot be. */
  | { readonly kind: 'acquire'; readonly turn: string; readonly microphone: MicrophoneSettings }
  /** The turn's gate is closed: really release the device after `lingerMs` without another `acquire`. */
  | { readonly kind: 'release'; readonly lingerMs: number }
  /** A turn may follow: have the microphone running, but for one that is slow to open; then comes `acquire`, or `abandon`. */
  | { readonly kind: 'prepare'; readonly microphone: MicrophoneSettings }
  /** No turn follows: release the device now. */
  | { readonly kind: 'abandon' }
  /** Have the microphone running between turns, too; null: not any more. */
  | { readonly kind: 'ready'; readonly microphone: MicrophoneSettings | null }
  /** Have the microphone running without a turn, to look at its level; `leave` ends that. */
  | { readonly kind: 'try'; readonly microphone: MicrophoneSettings }
  | { readonly kind: 'leave' }
  | { readonly kind: 'speaker'; readonly speaker: DevicePreference }
  | { readonly kind: 'system'; readonly sound: SystemSound }
  /** `volume`: 0..1. */
  | { readonly kind: 'earcon'; readonly name: EarconName; readonly volume: number }

/** What the sound system knows of its devices and Chromium may not say. Labels as Chromium has them; null: unknown. */
export interface SystemSound {
  readonly microphone: string | null
  readonly speaker: string | null
  readonly bluetooth: readonly string[]
  /** Microphones that give Chromium nothing but zeros; `standIn`, which may be there, gives it all their channels as one. */
  readonly oneChannel: readonly { readonly label: string; readonly standIn: string }[]
}

export type ServerEntry = z.infer<typeof ServerEntrySchema>
export type SettingsSection = z.infer<typeof SettingsSectionSchema>
export type { DeviceLists } from '../sound-settings'
export type Loudness = z.infer<typeof LoudnessSchema>

/** What the settings page needs when it opens. */
export interface SettingsPageState {
  readonly view: AssistantView
  readonly devices: DeviceLists
  readonly section: SettingsSection
}

/** The talk key, while it is tried in the first steps. `tries`: how often it was held and let go. */
export interface KeyTry {
  readonly down: boolean
  /** How long it was held when it came up; null while it is down, and when that counted as nothing. */
  readonly heldMs: number | null
  readonly tries: number
}

/** All that the floating indicator is told. */
export interface IndicatorView {
  readonly view: AssistantView
  /** The last words of what is being said or heard; empty when nothing is. */
  readonly tail: string
}

/** Push (main → renderer). */
export interface PushMessages {
  view: AssistantView
  items: ItemsPatch
  'audio:command': AudioCommand
  /** While a key is recorded: what is down now, as people read it on their keyboard. */
  'hotkey:held': readonly string[]
  'key:tried': KeyTry
  /** Whether the panel is on the screen: its page, which must not sleep, is not told by the browser. */
  'panel:seen': boolean
  'history:changed': HistoryChange
  'history:job': JobView
  'history:playing': PlayingView
  'settings:section': SettingsSection
  devices: DeviceLists
  indicator: IndicatorView
  loudness: Loudness
}

export type InvokeChannel = keyof typeof InvokeSchemas
export type SendChannel = keyof typeof SendSchemas
export type PushChannel = keyof PushMessages
export type InvokeArgs<C extends InvokeChannel> = z.infer<(typeof InvokeSchemas)[C]>
export type SendArgs<C extends SendChannel> = z.infer<(typeof SendSchemas)[C]>
export type InvokeAnswer<C extends InvokeChannel> = Result<InvokeAnswers[C], AppError>
export type AudioReport = z.infer<typeof AudioReportSchema>
export type DeviceNews = (typeof DEVICE_NEWS)[number]

