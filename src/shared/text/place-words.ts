import type { GivenPassage } from '../knowledge/passages'

/** "Lease.pdf, page 3", "Notes.md, Garden › Frost" */
export const placeWords = ({ file, page, heading }: Pick<GivenPassage, 'file' | 'page' | 'heading'>): string =>
  [file, ...(page === null ? [] : [`page ${String(page)}`]), ...(page !== null || heading === null ? [] : [heading])].join(', ')
