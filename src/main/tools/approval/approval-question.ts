import type { Question as Asked } from '../../app/confirm-port'
import { firstCharacters } from '../../../shared/text/characters'
import type { AlwaysFor } from '../../../shared/tools/levels'
import type { ApprovalCard } from '../../../shared/tools/view'
import { say } from '../../../shared/words/say'
import { asWritten, inParagraphs } from '../../../shared/words/words'

/** A dialog does not scroll. */
const MAX_CHARS = 400
const MAX_ALL_CHARS = 1_600

const short = (text: string, most: number): string => {
  const kept = firstCharacters(text, most)
  return kept === text ? text : say('dialogs.allow-cut', { text: kept, n: text.length - kept.length })
}

/** What was held, in the words of a dialog: the same act, named once more where no page draws. */
export function approvalQuestion({ title, source, level, arguments: args, after }: Pick<ApprovalCard, 'title' | 'source' | 'level' | 'arguments' | 'after'>): Asked {
  const given = args.map(({ name, text }) => `${name}: ${short(text, MAX_CHARS)}`).join('\n')
  const lines = [
    asWritten(short(given, MAX_ALL_CHARS)),
    ...(after === null ? [] : [say('dialogs.allow-after', { after })]),
    ...(level === 4 ? [say('dialogs.allow-final')] : []),
    say('dialogs.allow-once-text'),
  ]
  return { title: say('dialogs.allow-once', { source, title }), text: inParagraphs(lines), yes: say('dialogs.allow-once-yes') }
}

export const alwaysQuestion = ({ title, always }: { readonly title: string; readonly always: string }, howLong: AlwaysFor): Asked => ({
  title: say('dialogs.allow-always', { act: always }),
  text: say(`dialogs.allow-always-${howLong}`, { title }),
  yes: say(`dialogs.allow-always-${howLong}-yes`),
})
