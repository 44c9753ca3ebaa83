import type { LinkOpening } from '../../../shared/ipc/links'
import { say } from '../../../shared/words/say'
import type { Words } from '../../../shared/words/words'

/** Why a link was not opened; null: nothing has to be said. */
export function linkWords(opening: LinkOpening): Words | null {
  switch (opening) {
    case 'opened':
    case 'declined':
      return null
    case 'refused':
      return say('answers.link-refused')
    case 'failed':
      return say('answers.link-failed')
    case 'asked-lately':
      return say('answers.link-later')
  }
}
