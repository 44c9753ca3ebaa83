import { type Fields, isFields } from '../../../talk/core/realtime/wire-fields'

/** Values that the beta writes otherwise than GA. Undefined: it is not said at all. */

const FORMATS: ReadonlyMap<unknown, string> = new Map([['audio/pcm', 'pcm16'], ['audio/pcmu', 'g711_ulaw'], ['audio/pcma', 'g711_alaw']])

export const betaFormat = (format: unknown): unknown => (isFields(format) ? FORMATS.get(format['type']) : undefined)

/** Some makers have names of their own for PCM. */
const GA_FORMATS: ReadonlyMap<unknown, Fields> = new Map<unknown, Fields>([
  ['pcm16', { type: 'audio/pcm', rate: 24_000 }],
  ['pcm24', { type: 'audio/pcm', rate: 24_000 }],
  ['pcm', { type: 'audio/pcm' }],
  ['g711_ulaw', { type: 'audio/pcmu' }],
  ['g711_alaw', { type: 'audio/pcma' }],
])

export const gaFormat = (format: unknown): unknown => GA_FORMATS.get(format)

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** Sound alone is refused: its words always come along. */
export const betaModalities = (modalities: unknown): unknown => (isList(modalities) && modalities.includes('audio') ? ['text', 'audio'] : modalities)

export const gaModalities = (modalities: unknown): unknown => (isList(modalities) && modalities.includes('audio') ? ['audio'] : modalities)

const CHOICES: ReadonlySet<unknown> = new Set(['auto', 'none', 'required'])

export function betaToolChoice(choice: unknown): unknown {
  if (!isFields(choice)) return choice
  return choice['type'] === 'function' ? choice['name'] : undefined
}

export const gaToolChoice = (choice: unknown): unknown => (typeof choice !== 'string' || CHOICES.has(choice) ? choice : { type: 'function', name: choice })
