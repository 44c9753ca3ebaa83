import { MAX_EDGE_PX, MAX_IMAGE_BYTES } from './images'

/** How a person's image becomes one that a model can use: the pure half. */

/** Larger files are not read at all: nobody photographs 50 MB, and the page that would read them is also the ear. */
export const MAX_FILE_BYTES = 50_000_000
/** Decoded, a pixel takes four bytes: 256 MB for a moment. A small file can claim any size. */
export const MAX_PIXELS = 64_000_000

export interface Size {
  readonly width: number
  readonly height: number
}

/** The size with the long edge at `edge` pixels at most, in the same proportions; never larger, never less than one pixel. */
export function fitted({ width, height }: Size, edge: number = MAX_EDGE_PX): Size {
  const scale = Math.min(1, edge / Math.max(width, height))
  const side = (pixels: number) => Math.max(1, Math.round(pixels * scale))
  return { width: side(width), height: side(height) }
}

export interface Rung {
  /** Longest edge in pixels. */
  readonly edge: number
  /** JPEG quality, 0..1. */
  readonly quality: number
}

/**
 * What is tried in turn until the file is small enough. The first three are the field's; the last two are for noise that does
 * not shrink: even the worst image of the last one stays below the limit.
 */
export const LADDER: readonly Rung[] = [
  { edge: MAX_EDGE_PX, quality: 0.82 },
  { edge: MAX_EDGE_PX, quality: 0.7 },
  { edge: MAX_EDGE_PX, quality: 0.55 },
  { edge: 1_120, quality: 0.55 },
  { edge: 768, quality: 0.55 },
]

export const isSmallEnough = (bytes: number): boolean => bytes > 0 && bytes <= MAX_IMAGE_BYTES

/** A screenshot of text is smaller, and sharper, as the PNG it was. Only where nothing had to be scaled. */
export const mayStayPng = (type: string, size: Size): boolean => type === 'image/png' && Math.max(size.width, size.height) <= MAX_EDGE_PX

/** Goes down the ladder with `encode`, which says the size of what it made. Null: nothing on it is small enough. */
export async function descend<Made extends { readonly size: number }>(encode: (rung: Rung) => Promise<Made>, rungs: readonly Rung[] = LADDER): Promise<Made | null> {
  for (const rung of rungs) {
    const made = await encode(rung)
    if (isSmallEnough(made.size)) return made
  }
  return null
}
