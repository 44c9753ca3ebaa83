import { firstCharacters } from '../text/characters'
import { plainLine } from '../text/plain-line'
import { say } from '../words/say'
import type { Words } from '../words/words'
import type { ErrorTag } from './errors'
import type { Notice } from './notice'

/** Devices name themselves. */
const DEVICE_CHARS = 80

/** What is known of an error, for whoever says it. */
type Said = Pick<Notice, 'device' | 'server'>

/** What happened. */
const errorSentence = (tag: ErrorTag, { device = '', server = 'other' }: Said = {}): Words =>
  say(`errors.${tag}`, { server, named: device === '' ? 'no' : 'yes', device: firstCharacters(plainLine(device), DEVICE_CHARS) })

/** What happened, and what to do. */
export const errorWords = (tag: ErrorTag, known: Said = {}): Words =>
  say('common.two-sentences', { first: errorSentence(tag, known), second: say(`advice.${tag}`) })

/** A notice in two parts: what happened, and what follows. `undelivered` says by itself where the words are. */
export function errorParts({ tag, kept, ...known }: Omit<Notice, 'id'>): { readonly happened: Words; readonly follows: Words } {
  const advice = say(`advice.${tag}`)
  const follows = kept === true && tag !== 'undelivered' ? say('common.two-sentences', { first: advice, second: say('common.kept-as-draft') }) : advice
  return { happened: errorSentence(tag, known), follows }
}

export function noticeWords(notice: Omit<Notice, 'id'>): Words {
  const { happened, follows } = errorParts(notice)
  return say('common.two-sentences', { first: happened, second: follows })
}
