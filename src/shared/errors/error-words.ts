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

/** `undelivered` says by itself where the words are. */
export function noticeWords({ tag, kept, ...known }: Omit<Notice, 'id'>): Words {
  const words = errorWords(tag, known)
  return kept === true && tag !== 'undelivered' ? say('common.two-sentences', { first: words, second: say('common.kept-as-draft') }) : words
}
