import { shortened } from './characters'

const TITLE_LIMIT = 60
const PREVIEW_LIMIT = 200

/** The title a conversation gives itself: its first words. */
export const titleFrom = (text: string): string => shortened(text, TITLE_LIMIT)

/** The newest words as the list shows them. */
export const previewFrom = (text: string): string => shortened(text, PREVIEW_LIMIT)
