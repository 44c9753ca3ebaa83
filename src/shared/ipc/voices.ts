import { z } from 'zod'
import { MAX_NAME_CHARS } from '../settings/talk'
import { type Answered, channel } from './channel'

/** A voice says one sentence before it is chosen. Whom that is asked of, and with which key, main alone decides. */
export const VoiceAsks = {
  'voice:play': channel(z.tuple([z.string().trim().min(1).max(MAX_NAME_CHARS)]), 'settings'),
} as const

export const VoiceTells = {
  'voice:stop': channel(z.tuple([]), 'settings'),
} as const

/** `busy`: a conversation goes on. `often`: too many lately. */
export type VoicePlaying = 'playing' | 'stopped' | 'busy' | 'often'

export interface VoiceAnswers {
  'voice:play': VoicePlaying
}

export interface VoiceApi {
  /** Answered once it plays, or does not. `view.voiceAsked` and `view.playingClip` say how far it is. */
  playVoice(voice: string): Answered<VoicePlaying>
  stopVoice(): void
}

/** What `view.playingClip` calls the sentence of a voice. */
export const voiceClip = (voice: string): string => `voice:${voice}`
