import { z } from 'zod'
import { ERROR_TAGS, type ErrorTag } from '../errors/errors'
import { type DeviceLists, DeviceListsSchema, type DevicePreference, type MicrophoneSettings } from '../audio/sound-settings'
import { channel, type Unsubscribe } from './channel'

const Loudness = z.number().min(0).max(1)
/** How loud it is now, 0 to 1 as the eye wants it: what is heard, and what is said. */
const LoudnessSchema = z.object({ input: Loudness, output: Loudness })

/** What may be told of a device while the talk goes on; each is an error tag, for its words. */
const DEVICE_NEWS = ['mic-replaced', 'mic-silent', 'mic-bluetooth', 'mic-one-channel', 'speaker-replaced'] as const satisfies readonly ErrorTag[]

/** What the page's audio host tells main (renderer → main, no answer). */
const AudioReportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('captureFailed'), turn: z.string().max(64), tag: z.enum(ERROR_TAGS) }),
  z.object({ kind: z.literal('microphone'), live: z.boolean() }),
  z.object({ kind: z.literal('speakerFailed') }),
  z.object({ kind: z.literal('devicesChanged') }),
  z.object({ kind: z.literal('previewFailed'), tag: z.enum(ERROR_TAGS) }),
  /** Nothing failed, but the person should know. `device`: its label. */
  z.object({ kind: z.literal('deviceNews'), news: z.enum(DEVICE_NEWS), device: z.string().max(512) }),
])

export const SoundTells = {
  'devices:tell': channel(z.tuple([DeviceListsSchema]), 'panel'),
  'loudness:tell': channel(z.tuple([LoudnessSchema]), 'panel'),
  /** The microphone's level is looked at in the settings, or not any more. */
  'microphone:preview': channel(z.tuple([z.boolean()]), 'panel', 'settings'),
  'audio:report': channel(z.tuple([AudioReportSchema]), 'panel'),
  /** The page's audio host is ready to take its ports. */
  'audio:ready': channel(z.tuple([]), 'panel'),
} as const

export type EarconName = 'listen' | 'sent' | 'acting' | 'answer' | 'hands-free' | 'hold' | 'mute' | 'unmute' | 'ending' | 'alarm' | 'error'

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
  /** Of everything that is spoken, from now on; 0..1. */
  | { readonly kind: 'volume'; readonly volume: number }
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

export interface SoundPushes {
  'audio:command': AudioCommand
  devices: DeviceLists
  loudness: Loudness
}

export interface SoundApi {
  onAudioCommand(listener: (command: AudioCommand) => void): Unsubscribe
  tellDevices(devices: DeviceLists): void
  tellLoudness(loudness: Loudness): void
  reportAudio(report: AudioReport): void
  /** Announces the audio host; main answers with the two ports, which reach the page as a `message` event (see audio-ports.ts). */
  audioReady(): void
  /** Opens the microphone to look at its level, for a while, and closes it again. `view.microphonePreview` says how it is going. */
  previewMicrophone(on: boolean): void
}

/** What the settings page hears of it, which has no microphone. */
export interface SoundNewsApi {
  onDevices(listener: (devices: DeviceLists) => void): Unsubscribe
  onLoudness(listener: (loudness: Loudness) => void): Unsubscribe
}

export type Loudness = z.infer<typeof LoudnessSchema>
export type AudioReport = z.infer<typeof AudioReportSchema>
export type DeviceNews = (typeof DEVICE_NEWS)[number]
