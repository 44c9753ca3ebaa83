/** What one file may cost. Whoever sends a file may have made it to cost more. */
export const FILE_LIMITS = {
  /** On the disk. */
  bytes: 50_000_000,
  /** UTF-16 units of text taken out of it: two thousand pages of a book. */
  chars: 5_000_000,
  /** A page of markup becomes a tree that takes fifty times as much. */
  markupChars: 10_000_000,
  pages: 2_000,
  /** What all parts of a zip unpack to, as it says and as it really does. */
  unpackedBytes: 100_000_000,
  zipEntries: 20_000,
  /** The reader ends by itself with what it has so far. */
  softMs: 20_000,
  /** It did not; it is ended with all it holds. */
  hardMs: 30_000,
} as const

/** What one folder may hold; the rest is left out. */
export const FOLDER_LIMITS = { files: 100_000, depth: 40 } as const

/** UTF-16 units. `small`: a section below it goes together with the next one. */
export const CHUNK_LIMITS = { least: 800, most: 1_200, overlap: 150, small: 200, headingChars: 200 } as const

/** Goes up when the same bytes would be cut or read otherwise: everything is read again. */
export const CHUNKER_VERSION = 1
