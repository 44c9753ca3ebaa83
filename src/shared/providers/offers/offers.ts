import type { Offers } from './offer'

/**
 * What is offered where: models, voices and what they cost. Prices in US dollars for a million tokens, from OpenAI's pages of its models
 * (developers.openai.com/api/docs/models) on the day of `asOf`; the days on which models end from its page of deprecations. What a person sees
 * of them (a line each) is in the catalogue: `models.<id>`, `voices.<id>`.
 */
const FULL = { text: { in: 4, cached: 0.4, out: 24 }, audio: { in: 32, cached: 0.4, out: 64 }, image: { in: 5, cached: 0.5 } } as const
const MINI = { text: { in: 0.6, cached: 0.06, out: 2.4 }, audio: { in: 10, cached: 0.3, out: 20 }, image: { in: 0.8, cached: 0.08 } } as const
const EARLIER = { ...FULL, text: { in: 4, cached: 0.4, out: 16 } } as const

export const offers = {
  asOf: '2026-11-30',
  openai: {
    models: [
      { id: 'gpt-realtime-2.1', prices: FULL, ends: null, successor: null },
      { id: 'gpt-realtime-2.1-mini', prices: MINI, ends: null, successor: null },
      { id: 'gpt-realtime-2', prices: FULL, ends: null, successor: null },
      { id: 'gpt-realtime-1.5', prices: EARLIER, ends: null, successor: null },
      { id: 'gpt-realtime', prices: EARLIER, ends: '2027-01-20', successor: 'gpt-realtime-2.1' },
      { id: 'gpt-realtime-mini', prices: MINI, ends: '2027-01-20', successor: 'gpt-realtime-2.1-mini' },
    ],
    voices: ['marin', 'cedar', 'alloy', 'ash', 'ballad', 'coral', 'echo', 'sage', 'shimmer', 'verse'],
    /** Dollars for a minute of what is heard. */
    transcription: [
      { id: 'gpt-transcribe', perMinute: 0.0045, ends: null, successor: null },
      { id: 'gpt-live-transcribe', perMinute: 0.017, ends: null, successor: null },
      { id: 'gpt-realtime-whisper', perMinute: 0.017, ends: null, successor: null },
      { id: 'gpt-4o-transcribe', perMinute: 0.006, ends: '2027-02-26', successor: 'gpt-transcribe' },
      { id: 'gpt-4o-mini-transcribe', perMinute: 0.003, ends: '2027-02-26', successor: 'gpt-transcribe' },
      { id: 'whisper-1', perMinute: 0.006, ends: '2027-02-26', successor: 'gpt-transcribe' },
    ],
  },
} as const satisfies Offers

export type ModelId = (typeof offers.openai.models)[number]['id']
export type VoiceId = (typeof offers.openai.voices)[number]
