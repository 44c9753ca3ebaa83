import type { Words } from '../../../shared/words/words'

/** What main asks in a dialog: `Question` of `app/confirm-port`, which a core does not know. */
export interface DialogWords {
  readonly title: Words
  readonly text: Words
  readonly yes: Words
}
