import { readFileSync } from 'node:fs'

/** The mark says which it is and is no part of the text. */
const textOf = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes)

/** A file a person edits, as text: editors put a byte-order mark in front of it, and some write UTF-16. */
export const readText = (path: string): string => textOf(readFileSync(path))

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
