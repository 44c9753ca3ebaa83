import type { GivenPassage } from '../knowledge/passages'
import { say } from '../words/say'

/** "Lease.pdf, page 3", "Notes.md, Garden › Frost" */
export const placeWords = ({ file, page, heading }: Pick<GivenPassage, 'file' | 'page' | 'heading'>): string =>
  [file, ...(page === null ? [] : [say('exports.page', { page: String(page) })]), ...(page !== null || heading === null ? [] : [heading])].join(', ')
