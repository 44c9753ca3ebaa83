/** What main takes at most of a typed message. */
export const MAX_TEXT_CHARS = 20_000
export const MAX_TITLE_CHARS = 200
export const MAX_SEARCH_CHARS = 500
