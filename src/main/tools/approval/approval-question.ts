import type { Question as Asked } from '../../app/confirm-port'
import { firstCharacters } from '../../../shared/text/characters'
import type { AlwaysFor } from '../../../shared/tools/levels'
import type { ApprovalCard } from '../../../shared/tools/view'

/** A dialog does not scroll. */
const MAX_CHARS = 400
const MAX_ALL_CHARS = 1_600

const short = (text: string, most: number): string => {
  const kept = firstCharacters(text, most)
  return kept === text ? text : `${kept}… (${String(text.length - kept.length)} more characters; the card shows them)`
}

const HELD = 'You held the button for this. Nothing has been done yet: say here that it was you. The approve key needs no second question.'

/** What was held, in the words of a dialog: the same act, named once more where no page draws. */
export function approvalQuestion({ title, source, level, arguments: args, after }: Pick<ApprovalCard, 'title' | 'source' | 'level' | 'arguments' | 'after'>): Asked {
  const said = args.map(({ name, text }) => `${name}: ${short(text, MAX_CHARS)}`).join('\n')
  const lines = [
    short(said, MAX_ALL_CHARS),
    ...(after === null ? [] : [`It asks after reading ${after}.`]),
    ...(level === 4 ? ['This cannot be undone.'] : []),
  ]
  return { title: `${source}: ${title}?`, text: [...lines, HELD].filter((line) => line !== '').join('\n\n'), yes: 'Allow this once' }
}

const HOW_LONG: Readonly<Record<AlwaysFor, { readonly begin: string; readonly yes: string }>> = {
  '30-days': { begin: 'For 30 days', yes: 'Allow for 30 days' },
  run: { begin: 'Until Parley is closed', yes: 'Allow until Parley is closed' },
  'for-good': { begin: 'From now on, until you remove it,', yes: 'Allow for good' },
}

export const alwaysQuestion = ({ title, always }: { readonly title: string; readonly always: string }, howLong: AlwaysFor): Asked => ({
  title: `Always allow Parley to ${always}?`,
  text: `${HOW_LONG[howLong].begin} “${title}” will do this without asking. The list is under Settings, Tools.`,
  yes: HOW_LONG[howLong].yes,
})
