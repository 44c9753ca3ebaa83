import { visible } from '../../../tools/core/card'
import type { DialogWords } from '../dialog-words'

/**
 * Each host stands alone in its line and whole, as it is dialled: letters that only look like others are written out by `URL`. A hostile
 * server can name an honest place to sign in at: what that gives, the server has.
 */
export const signInQuestion = (label: string, { host, protocol }: URL, server: URL): DialogWords => ({
  title: `Sign in for “${label}” in the browser?`,
  text: [
    'The browser opens this place, where you sign in:',
    '',
    visible(host),
    '',
    ...(protocol === 'https:' ? [] : ['It is a program on this computer.', '']),
    'What you allow there, this server can do:',
    '',
    visible(server.host),
    '',
    `Go on only if that is where you have your account for “${label}”, and you trust that server with it.`,
  ].join('\n'),
  yes: 'Open the browser',
})
