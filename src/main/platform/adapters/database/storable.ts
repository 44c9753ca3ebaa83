const NUL = /\0/g

/**
 * Text as SQLite can keep it: a NUL would end it there and half a surrogate pair has no UTF-8. Both become U+FFFD, and what is
 * read back is what was written.
 */
export const storable = (text: string): string => (text.isWellFormed() && !text.includes('\0') ? text : text.toWellFormed().replace(NUL, '\uFFFD'))
