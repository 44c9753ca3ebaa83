import type { ModelId } from '../../providers/offers/offers'

/** A line for each model of the offers, and what one costs. */
export const models = {
  'gpt-realtime-2.1': 'The most capable. Follows long instructions.',
  'gpt-realtime-2.1-mini': 'Faster and cheaper. Good for everyday questions.',
  'gpt-realtime-2': 'The version before 2.1.',
  'gpt-realtime-1.5': 'An earlier model. Answers without thinking first.',
  'gpt-realtime': 'The first model of this kind.',
  'gpt-realtime-mini': 'The first small model of this kind.',

  'a-minute': '{cents, plural, one {About # cent a minute} other {About # cents a minute}}',
  costs: '{cost}. Prices as of {date}.',
  'ends-on': 'OpenAI removes it on {date}. {successor} replaces it.',
} as const satisfies Readonly<Record<ModelId | 'a-minute' | 'costs' | 'ends-on', string>>
