import type { VoiceId } from '../../providers/offers/offers'

type Played = 'play' | 'stop' | 'sentence' | 'busy' | 'often' | 'cost' | 'cost-echo' | 'cost-unknown'

/** A line for each voice of the offers, and what is said of playing one. */
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

  play: 'Play {name}',
  stop: 'Stop {name}',
  sentence: 'Hi, I’m {name}. This is how I sound.',
  busy: 'Parley is busy with a conversation. Play the voice when it has ended.',
  often: 'You have played many voices. Wait a minute, then try again.',
  cost: '{cents, plural, =0 {Playing a voice asks OpenAI and costs less than 1 cent.} one {Playing a voice asks OpenAI and costs about # cent.} other {Playing a voice asks OpenAI and costs about # cents.}}',
  'cost-echo': 'The echo test hums for every voice. Nothing leaves this computer.',
  'cost-unknown': 'Playing a voice asks OpenAI, which charges for it.',
} as const satisfies Readonly<Record<VoiceId | Played, string>>
