/** What main takes at most of a typed message. */
export const MAX_TEXT_CHARS = 20_000
