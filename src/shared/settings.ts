import { z } from 'zod'
import { LONGEST_TURN_MINUTES } from './longest-turn'
import { KeepReadySchema, MicrophoneSettingsSchema, NoiseReductionSchema, SoundMomentsSchema, SpeakerSettingsSchema, SYSTEM_MICROPHONE, SYSTEM_SPEAKER } from './sound-settings'

export type { DeviceChoice } from './sound-settings'

/** Longer addresses are taken by no server. */
export const MAX_ADDRESS_CHARS = 2_048
/** No name server knows a longer name. What is confirmed is kept by it, and a question that names it must fit on the screen. */
export const MAX_HOST_CHARS = 253
export const MAX_NAME_CHARS = 128
export const MAX_INSTRUCTION_CHARS = 16_000

const hasPossibleHost = (address: string): boolean => URL.canParse(address) && new URL(address).hostname.length <= MAX_HOST_CHARS

export const EndpointSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('practice') }),
  z.object({ kind: z.literal('openai') }),
  z.object({ kind: z.literal('custom'), url: z.url({ protocol: /^wss?$/ }).max(MAX_ADDRESS_CHARS).refine(hasPossibleHost) }),
])

/**
 * A key to hold: the DOM `KeyboardEvent.code` name, left and right distinct ("ControlRight", "F9"), a button of the mouse ("Mouse4",
 * "Mouse5"), or a chord ("Control+Alt+Space": modifiers of either side, then a code).
 */
export const TalkKeySchema = z.string().regex(/^((Control|Alt|Shift|Meta)\+){0,4}[A-Za-z0-9]{1,32}$/)
/** A chord in Electron accelerator syntax ("Control+Alt+H"). */
export const ModeKeySchema = z.string().regex(/^[A-Za-z0-9+]{1,64}$/)

export const TalkModeSchema = z.enum(['hold', 'hands-free'])

/** How long finished conversations stay; `nothing`: no conversation is written down at all. */
export const KeepingSchema = z.enum(['forever', '90-days', '30-days', '7-days', 'nothing'])

/** How the server finds the end of what is said hands-free (reference §5.1). Times in ms. */
export const VadSchema = z.object({
  /** `server`: by loudness. `semantic`: by what is said; not every server can. */
  kind: z.enum(['server', 'semantic']),
  /** 0 hears everything, 1 next to nothing. */
  threshold: z.number().min(0).max(1),
  /** Sound before the first word that is taken along; the memory of what no session has answered keeps as much. */
  paddingMs: z.number().int().min(0).max(700),
  /** Silence that ends a sentence. */
  silenceMs: z.number().int().min(200).max(5_000),
  /** Silence after an answer in which the assistant speaks up by itself; null: never. */
  idleTimeoutMs: z.number().int().min(5_000).max(30_000).nullable(),
  /** How soon a pause counts as the end; only `semantic`. */
  eagerness: z.enum(['auto', 'low', 'medium', 'high']),
})

export const ThemeSchema = z.enum(['system', 'light', 'dark'])

/** The small window that floats over all others. */
export const IndicatorSchema = z.enum(['off', 'while-talking', 'always'])

/** The steps a newcomer is led through, in order. */
export const FIRST_STEPS = ['welcome', 'server', 'microphone', 'key', 'talk'] as const
/** Where the person is in them; kept, so that closing the app half-way loses nothing. */
export const OnboardingSchema = z.enum([...FIRST_STEPS, 'done'])

/** How much larger everything is drawn; browsers go to 5, but a panel of 400 px has no room for that. */
export const ZOOM_STEPS = [0.75, 0.9, 1, 1.25, 1.5, 1.75, 2, 2.5] as const

/** No desktop is larger, and beyond 32 bits Electron throws. */
export const DipSchema = z.number().int().min(-100_000).max(100_000)

export const SettingsSchema = z.object({
  onboarding: OnboardingSchema,
  theme: ThemeSchema,
  zoom: z.number().min(0.5).max(3),
  indicator: IndicatorSchema,
  /** Where the person has put it: its top left corner on the desktop, in DIP. Null: at the bottom of the screen. */
  indicatorPlace: z.object({ x: DipSchema, y: DipSchema }).nullable(),
  endpoint: EndpointSchema,
  /** Origins (`wss://host:port`) that a person has confirmed as a place for their voice. */
  confirmedServers: z.array(z.string().max(300)).max(200),
  model: z.string().trim().min(1).max(MAX_NAME_CHARS),
  voice: z.string().trim().min(1).max(MAX_NAME_CHARS),
  instructions: z.string().max(MAX_INSTRUCTION_CHARS),
  microphone: MicrophoneSettingsSchema,
  keepReady: KeepReadySchema,
  speaker: SpeakerSettingsSchema,
  /** What the server does about noise, behind what this computer does about it. */
  noiseReduction: NoiseReductionSchema,
  talkKey: TalkKeySchema,
  modeKey: ModeKeySchema,
  /** A tap of the talk key begins, the next press ends. */
  tapToLatch: z.boolean(),
  /** Two taps of the talk key switch between hold to talk and hands-free. */
  doubleTap: z.boolean(),
  /** Minutes until a turn ends by itself. */
  longestTurnMinutes: z.number().positive().max(LONGEST_TURN_MINUTES),
  vad: VadSchema,
  /** Short sounds at all. */
  earcons: z.boolean(),
  /** 0..1; 0.5 is about -20 dBFS. */
  earconVolume: z.number().min(0).max(1),
  earconsAt: SoundMomentsSchema,
  /** Other programs play more quietly while the microphone listens to a turn. */
  lowerOthers: z.boolean(),
  /** Labels of Bluetooth microphones the person has been warned about. */
  warnedAbout: z.array(z.string().max(512)).max(64),
  keeping: KeepingSchema,
  /** Keep the sound of what was said and heard beside the text. */
  keepAudio: z.boolean(),
  /** The oldest sound goes when there is more, in MB of 10^6 bytes. */
  audioLimitMb: z.number().int().min(10).max(100_000),
  /** Quiet minutes until the connection is closed; 0: never. */
  sleepAfterMinutes: z.number().min(0).max(1_440),
  /** How long speech waits for a connection before it becomes a draft. */
  deliverWithinSeconds: z.number().min(5).max(600),
})

export const SettingsPatchSchema = SettingsSchema.partial()
/** What the settings page may change. Where sound goes is asked for by itself (`server:use`); the rest is nobody's but main's. */
export const PreferencesPatchSchema = SettingsSchema.omit({ endpoint: true, confirmedServers: true, indicatorPlace: true, warnedAbout: true }).partial().strict()
/** What the first steps may change. */
export const FirstStepsPatchSchema = SettingsSchema.pick({ onboarding: true, microphone: true, talkKey: true }).partial().strict()

export type FirstStep = (typeof FIRST_STEPS)[number]
export type Onboarding = z.infer<typeof OnboardingSchema>
export type Theme = z.infer<typeof ThemeSchema>
export type Indicator = z.infer<typeof IndicatorSchema>
export type Endpoint = z.infer<typeof EndpointSchema>
export type TalkMode = z.infer<typeof TalkModeSchema>
export type Vad = z.infer<typeof VadSchema>
export type Keeping = z.infer<typeof KeepingSchema>
export type Settings = z.infer<typeof SettingsSchema>
export type SettingsPatch = z.infer<typeof SettingsPatchSchema>
export type PreferencesPatch = z.infer<typeof PreferencesPatchSchema>
export type FirstStepsPatch = z.infer<typeof FirstStepsPatchSchema>

/** `platform` is Node's `process.platform`. */
export const defaultSettings = (platform: string): Settings => ({
  onboarding: 'welcome',
  theme: 'system',
  zoom: 1,
  indicator: 'off',
  indicatorPlace: null,
  endpoint: { kind: 'practice' },
  confirmedServers: [],
  model: 'gpt-realtime-2.1',
  voice: 'marin',
  instructions: 'You are a helpful voice assistant. Answer briefly, in the language the person speaks.',
  microphone: SYSTEM_MICROPHONE,
  keepReady: 'off',
  speaker: SYSTEM_SPEAKER,
  noiseReduction: 'off',
  talkKey: platform === 'darwin' ? 'AltRight' : 'ControlRight',
  modeKey: 'Control+Alt+H',
  tapToLatch: false,
  doubleTap: false,
  longestTurnMinutes: LONGEST_TURN_MINUTES,
  vad: { kind: 'server', threshold: 0.5, paddingMs: 300, silenceMs: 500, idleTimeoutMs: null, eagerness: 'auto' },
  earcons: true,
  earconVolume: 0.5,
  earconsAt: { start: false, stop: false, answer: false, error: true, mode: true },
  lowerOthers: false,
  warnedAbout: [],
  keeping: 'forever',
  keepAudio: false,
  audioLimitMb: 500,
  sleepAfterMinutes: 5,
  deliverWithinSeconds: 60,
})
