import { visible } from '../../../tools/core/card'

/** As `Question` of `app/confirm-port`. */
export interface SignInQuestion {
  readonly title: string
  readonly text: string
  readonly yes: string
}

/** The host stands alone in its line and whole, as it is dialled: letters that only look like others are written out by `URL`. */
export const signInQuestion = (label: string, { host, protocol }: URL): SignInQuestion => ({
  title: `Sign in for “${label}” in the browser?`,
  text: [
    'The browser opens this place, where you sign in:',
    '',
    visible(host),
    '',
    ...(protocol === 'https:' ? [] : ['It is a program on this computer.', '']),
    `Go on only if that is where you have your account for “${label}”. What you allow there, its tools can do.`,
  ].join('\n'),
  yes: 'Open the browser',
})
