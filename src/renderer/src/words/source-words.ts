import type { GivenPassage } from '../../../shared/knowledge/passages'
import type { PassageOpening } from '../../../shared/ipc/knowledge'

/** "Open Lease.pdf (A1: Contract › Notice)" */
export const sourceHint = ({ file, cite, heading }: GivenPassage): string => `Open ${file} (${cite}${heading === null ? '' : `: ${heading}`})`

/** The answer names it, and nothing of that name was given to the assistant. */
export const notGivenWords = (cite: string): string => `${cite}: not given. The assistant names a source that it was not shown.`

export const NOTHING_FOUND_WORDS = 'Nothing was found in your folders.'

/** Null: it is open. */
export const openingWords = (opening: PassageOpening, file: string): string | null =>
  ({ opened: null, gone: `${file} is not in your folders any more.`, failed: `${file} could not be opened; open it from its folder.` })[opening]
