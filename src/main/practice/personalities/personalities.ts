import type { Fault, FaultName } from '../faults/faults'

/** Servers of other makers, each as what it does otherwise than OpenAI. Read from their documents and sources; none was asked. */
export const PERSONALITIES = {
  openai: [],
  xai: ['hoisted', 'any-model', 'no-expiry', 'no-semantic-vad', 'also-conversation-created', 'json-pings', 'cumulative-transcripts', 'own-names-only'],
  elevenlabs: ['any-model', 'no-expiry', 'no-server-vad', 'own-names-only'],
  localai: ['any-model', 'no-expiry', 'nameless-errors', 'renamed-commits', 'commit-answers', 'no-done-after-failure', 'no-semantic-vad', 'own-names-only'],
  hf: ['any-model', 'no-expiry', 'no-manual', 'no-clear', 'silent-truncate', 'typed-item-ids', 'no-semantic-vad', 'own-names-only'],
  speaches: [
    'beta-shape', 'any-model', 'no-expiry', 'errors-without-ids', 'late-transcript', 'no-truncate', 'no-cancel', 'no-root', 'no-audio-items', 'no-images', 'no-padding',
    'complains-of-formats', 'no-semantic-vad', 'no-out-of-band', 'own-names-only',
  ],
} as const satisfies Readonly<Record<string, readonly FaultName[]>>

export type Personality = keyof typeof PERSONALITIES

export const PERSONALITY_NAMES = Object.keys(PERSONALITIES)

/** Null: nobody of that name is known. */
export const readPersonality = (name: string): readonly (Fault | FaultName)[] | null => Object.entries(PERSONALITIES).find(([known]) => known === name)?.[1] ?? null
