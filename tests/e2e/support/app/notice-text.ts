import { noticeWords } from '../../../../src/shared/errors/error-words'
import type { Notice } from '../../../../src/shared/errors/notice'

/** What the panel says to it. Null: it says nothing. */
export const noticeText = ({ notice }: { readonly notice: Notice | null }): string | null => (notice === null ? null : noticeWords(notice))
