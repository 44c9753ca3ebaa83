import type { ImageNote } from '../../../../shared/images'

export const pixelWords = ({ width, height }: Pick<ImageNote, 'width' | 'height'>): string => `${String(width)} × ${String(height)}`

/** Decimal kilobytes, as file managers have them. */
export const sizeWords = (image: Pick<ImageNote, 'width' | 'height' | 'bytes'>): string => {
  const kilobytes = image.bytes / 1_000
  const weight = kilobytes >= 1_000 ? `${(kilobytes / 1_000).toFixed(1)} MB` : `${String(Math.max(1, Math.round(kilobytes)))} KB`
  return `${pixelWords(image)} · ${weight}`
}
