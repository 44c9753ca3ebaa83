import type { ImageNote } from '../../../shared/images/images'

export const pixelWords = ({ width, height }: Pick<ImageNote, 'width' | 'height'>): string => `${String(width)} × ${String(height)}`

/** Decimal kilobytes, as file managers have them. */
export const weightWords = ({ bytes }: Pick<ImageNote, 'bytes'>): string =>
  bytes >= 999_500 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${String(Math.max(1, Math.round(bytes / 1_000)))} KB`
