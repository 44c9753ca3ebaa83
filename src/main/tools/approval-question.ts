import type { Question as Asked } from '../app/confirm-port'
import { firstCharacters } from '../../shared/text/characters'
import type { ApprovalCard } from '../../shared/tools/view'

/** A dialog does not scroll. */
const MAX_CHARS = 400
const MAX_ALL_CHARS = 1_600

const short = (text: string): string => {
  const kept = firstCharacters(text, MAX_CHARS)
  return kept === text ? text : `${kept}… (${String(text.length - kept.length)} more characters; the card shows them)`
}

/** The card in the words of a dialog. */
export function approvalQuestion({ title, source, level, arguments: args, after }: Pick<ApprovalCard, 'title' | 'source' | 'level' | 'arguments' | 'after'>): Asked {
  const said = args.map(({ name, text }) => `${name}: ${short(text)}`).join('\n')
  const lines = [
    firstCharacters(said, MAX_ALL_CHARS),
    ...(after === null ? [] : [`It asks after reading ${after}.`]),
    ...(level === 4 ? ['This cannot be undone.'] : []),
  ]
  return { title: `${source}: ${title}?`, text: lines.filter((line) => line !== '').join('\n\n'), yes: 'Allow once' }
}
