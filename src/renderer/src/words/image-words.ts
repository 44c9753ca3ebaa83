import type { ImageNote } from '../../../shared/images/images'
import { say } from '../../../shared/words/say'

export const pixelWords = ({ width, height }: Pick<ImageNote, 'width' | 'height'>): string => say('common.image-size', { width, height })

/** Decimal kilobytes, as file managers have them. */
export const weightWords = ({ bytes }: Pick<ImageNote, 'bytes'>): string =>
  bytes >= 999_500 ? say('common.megabytes', { amount: bytes / 1_000_000 }) : say('common.kilobytes', { amount: Math.max(1, Math.round(bytes / 1_000)) })
