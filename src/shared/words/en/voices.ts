import type { VoiceId } from '../../providers/offers/offers'

/** A line for each voice of the offers. */
export const voices = {
  marin: 'Warm and clear',
  cedar: 'Calm and low',
  alloy: 'Even and neutral',
  ash: 'Relaxed and dry',
  ballad: 'Gentle and expressive',
  coral: 'Bright and friendly',
  echo: 'Steady and plain',
  sage: 'Soft and measured',
  shimmer: 'Light and lively',
  verse: 'Versatile and animated',
} as const satisfies Readonly<Record<VoiceId, string>>
