import type { ServerItem } from '../../core/realtime/server-event'
import type { NamedItem } from './named-item'

interface Expected {
  readonly named: NamedItem
  readonly item: ServerItem
}

/** More than any session is told at once; a server that never repeats what it was given must not fill the memory. */
const MOST_EXPECTED = 1_000

const isSpoken = ({ role, speech }: ServerItem): boolean => role === 'user' && speech === true

/** A server may leave out who said it, and what it consists of. */
const isAlike = (ours: ServerItem, theirs: ServerItem): boolean =>
  ours.type === theirs.type && (theirs.role === null || ours.role === theirs.role) && (theirs.speech === null || isSpoken(ours) === isSpoken(theirs))

const words = ({ text, name, arguments: args, output }: ServerItem): string => [text, name, args, output].join(' ').replace(/\s+/g, ' ').trim()

/**
 * What we gave the server and it has not repeated yet. A server that gives an item an id of its own says nowhere which of ours it
 * means: order and content tell. A server's own answer must never be taken for an echo, so of answers only the very words count.
 */
export class ExpectedItems {
  private waiting: Expected[] = []

  add(named: NamedItem, item: ServerItem): void {
    this.waiting.push({ named, item })
    if (this.waiting.length > MOST_EXPECTED) this.waiting.shift()
  }

  /** It came back under the name we know. */
  met(named: NamedItem): void {
    this.waiting = this.waiting.filter((expected) => expected.named !== named)
  }

  /** Which of ours this item is, under a name nobody knows; null: it is a new one. `isAnswered`: the server has begun to answer in this session. */
  take(item: ServerItem, isAnswered: boolean): NamedItem | null {
    const alike = this.waiting.filter((expected) => isAlike(expected.item, item))
    const meant = alike.find((expected) => isSpoken(expected.item) || words(expected.item) === words(item)) ?? (onlyWeMake(item, isAnswered) ? alike[0] : undefined)
    if (meant === undefined) return null
    this.met(meant.named)
    return meant.named
  }

  /** An answer is whole: spoken questions before it are not announced any more. */
  forgetSpoken(): void {
    this.waiting = this.waiting.filter(({ named, item }) => named.ours || !isSpoken(item))
  }
}

/** Typed text, notes to the model and outputs of tools come from nobody else; an answer that is repeated is not in progress. */
function onlyWeMake({ type, role, speech, status, text }: ServerItem, isAnswered: boolean): boolean {
  if (type === 'function_call_output' || role === 'system') return true
  if (type !== 'message') return false
  if (role === 'user') return speech !== true
  return isAnswered ? text === '' && status === 'completed' : status !== 'in_progress'
}
