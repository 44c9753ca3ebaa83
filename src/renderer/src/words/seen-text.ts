/** A piece of what a tool is given. `mark`: it stands for a character that cannot be seen, which main has written out. */
export interface SeenPiece {
  readonly text: string
  readonly mark: boolean
}

const MARK = /(\u27E8U\+[0-9A-F]{4,6}\u27E9)/u

export const seenPieces = (text: string): readonly SeenPiece[] =>
  text.split(MARK).flatMap((piece, at) => (piece === '' ? [] : [{ text: piece, mark: at % 2 === 1 }]))

const MOST_LINES = 6
const LINE_CHARS = 48

/** It takes more room than six lines, as the panel has them. */
export const isLong = (text: string): boolean => text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / LINE_CHARS)), 0) > MOST_LINES
