import { z } from 'zod'
import { DeviceChangeSchema } from './device-change'
import { type DeviceChoice, DeviceChoiceSchema, type DevicePreference, MAX_PREFERRED } from './device-preference'

export type { DeviceChoice, DevicePreference }

const preference = {
  followSystem: z.boolean(),
  preferred: z.array(DeviceChoiceSchema).max(MAX_PREFERRED),
}

/** Which device is changed, not said anew: see `DeviceChange`. */
const change = { device: DeviceChangeSchema }

/** Up to 0.1.0 a device was one choice, or null for the system's. */
const OneChoiceSchema = DeviceChoiceSchema.nullable()

const preferenceOf = (choice: DeviceChoice | null): DevicePreference =>
  choice === null ? { followSystem: true, preferred: [] } : { followSystem: false, preferred: [choice] }

const CLEANING = {
  echoCancellation: z.boolean(),
  noiseSuppression: z.boolean(),
  gainControl: z.boolean(),
  /** `mix`: all channels of the device together; a number: this one alone, from 1. */
  channel: z.union([z.literal('mix'), z.number().int().min(1).max(32)]),
}

const WholeMicrophoneSchema = z.object({
  ...preference,
  // Defaults, so that a file written before one of them was thought of still loads.
  echoCancellation: CLEANING.echoCancellation.default(true),
  noiseSuppression: CLEANING.noiseSuppression.default(true),
  gainControl: CLEANING.gainControl.default(true),
  channel: CLEANING.channel.default('mix'),
})

const CLEANED = { echoCancellation: true, noiseSuppression: true, gainControl: true, channel: 'mix' } as const

export const MicrophoneSettingsSchema = z.union([
  WholeMicrophoneSchema,
  OneChoiceSchema.transform((choice): MicrophoneSettings => ({ ...preferenceOf(choice), ...CLEANED })),
])

/** Without the defaults: a field that is not sent is not changed. */
export const MicrophonePatchSchema = z.object({ ...change, ...preference, ...CLEANING }).partial().strict()
export const SpeakerPatchSchema = z.object({ ...change, ...preference }).partial().strict()

export const SpeakerSettingsSchema = z.union([z.object(preference), OneChoiceSchema.transform(preferenceOf)])

const ListedDeviceSchema = DeviceChoiceSchema.extend({
  /** How many channels can be told apart; 1 where nobody says. */
  channels: z.number().int().min(1),
  bluetooth: z.boolean(),
  /** Opened with all of its channels mixed: they cannot be had otherwise. */
  oneChannel: z.boolean(),
})

/** What a person can choose from, and what the system has chosen (null: nobody knows). */
export const DeviceListsSchema = z.object({
  microphones: z.array(ListedDeviceSchema).max(256),
  speakers: z.array(ListedDeviceSchema).max(256),
  systemMicrophone: ListedDeviceSchema.nullable(),
  systemSpeaker: ListedDeviceSchema.nullable(),
})

/** `near_field`: a headset; `far_field`: a microphone across the room. The API's words. */
export const NoiseReductionSchema = z.enum(['off', 'near_field', 'far_field'])

/** Moments that can have a short sound. */
export const SoundMomentsSchema = z.object({ start: z.boolean(), stop: z.boolean(), answer: z.boolean(), error: z.boolean(), mode: z.boolean() })

/** Whether the microphone stays open between turns, so that a turn can begin before its key: `after-turn`: for half a minute. */
export const KeepReadySchema = z.enum(['off', 'after-turn', 'always'])

export type KeepReady = z.infer<typeof KeepReadySchema>
export type MicrophoneSettings = z.infer<typeof WholeMicrophoneSchema>
export type ListedDevice = z.infer<typeof ListedDeviceSchema>
export type DeviceLists = z.infer<typeof DeviceListsSchema>
export type NoiseReduction = z.infer<typeof NoiseReductionSchema>
export type SoundMoment = keyof z.infer<typeof SoundMomentsSchema>

export const SYSTEM_MICROPHONE: MicrophoneSettings = { followSystem: true, preferred: [], ...CLEANED }
export const SYSTEM_SPEAKER: DevicePreference = { followSystem: true, preferred: [] }
