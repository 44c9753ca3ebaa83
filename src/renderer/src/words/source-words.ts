import type { GivenPassage } from '../../../shared/knowledge/passages'
import type { PassageOpening } from '../../../shared/ipc/knowledge'
import { say } from '../../../shared/words/say'

/** "Open Lease.pdf (A1: Contract › Notice)" */
export const sourceHint = ({ file, cite, heading }: GivenPassage): string => heading === null ? say('common.source-open', { file, cite }) : say('common.source-open-at', { file, cite, heading })

/** The answer names it, and nothing of that name was given to the assistant. */
export const notGivenWords = (cite: string): string => say('common.source-not-given', { cite })

/** Null: it is open. */
export const openingWords = (opening: PassageOpening, file: string): string | null =>
  opening === 'opened' ? null : say(opening === 'gone' ? 'common.source-gone' : 'common.source-failed', { file })
