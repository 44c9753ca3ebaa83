import { say } from '../../../../shared/words/say'
import { asWritten, inParagraphs } from '../../../../shared/words/words'
import { visible } from '../../../tools/core/card'
import type { DialogWords } from '../dialog-words'

/**
 * Each host stands alone in its line and whole, as it is dialled: letters that only look like others are written out by `URL`. A hostile
 * server can name an honest place to sign in at: what that gives, the server has.
 */
export const signInQuestion = (label: string, { host, protocol }: URL, server: URL): DialogWords => ({
  title: say('sign-in.question', { label }),
  text: inParagraphs([
    say('sign-in.opens'),
    asWritten(visible(host)),
    ...(protocol === 'https:' ? [] : [say('sign-in.on-this-computer')]),
    say('sign-in.gives'),
    asWritten(visible(server.host)),
    say('sign-in.consequence', { label }),
  ]),
  yes: say('sign-in.open'),
})
