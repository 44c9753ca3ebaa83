import type { ModelId } from '../../providers/offers/offers'

/** A line for each model of the offers, and what one costs. */
export const models = {
  'gpt-realtime-2.1': 'Most capable',
  'gpt-realtime-2.1-mini': 'Faster and cheaper',
  'gpt-realtime-2': 'Before 2.1',
  'gpt-realtime-1.5': 'Does not think',
  'gpt-realtime': 'The first of its kind',
  'gpt-realtime-mini': 'The first small one',

  'a-minute': '{cents, plural, one {About # cent a minute} other {About # cents a minute}}',
  costs: '{cost}. Prices as of {date}.',
  'ends-on': 'OpenAI removes it on {date}. {successor} replaces it.',
} as const satisfies Readonly<Record<ModelId | 'a-minute' | 'costs' | 'ends-on', string>>
