import { err, ok, type Result } from '../../../../shared/result'
import { plainLine } from '../../../../shared/text/plain-line'

export const MAX_ADDRESS_CHARS = 2_000

export interface WebAddress {
  /** As it will be opened; a host in other scripts is in ASCII, so that none looks like another. */
  readonly href: string
  /** Of the web: the host, with its port where that is not the usual one. Of mail: null. */
  readonly host: string | null
}

/** What a mail program may be given; others attach files, or set whom it is from. */
const MAIL_FIELDS: ReadonlySet<string> = new Set(['to', 'cc', 'subject', 'body'])

const MALFORMED = 'This is not a complete address of the web. It begins with https://.'

/** Only what a browser opens encrypted, or a mail program as a draft. */
export function readAddress(text: string): Result<WebAddress, string> {
  if (plainLine(text) !== text || /\s/.test(text)) return err('There are spaces or invisible characters in the address.')
  if (!URL.canParse(text)) return err(MALFORMED)
  const url = new URL(text)
  switch (url.protocol) {
    case 'https:':
      return webAddress(url)
    case 'mailto:':
      return [...url.searchParams.keys()].every((name) => MAIL_FIELDS.has(name.toLowerCase())) ? ok({ href: url.href, host: null }) : err('A mail may have only to, cc, subject and body.')
    default:
      return err('Only https and mailto addresses can be opened.')
  }
}

function webAddress(url: URL): Result<WebAddress, string> {
  if (url.username !== '' || url.password !== '') return err('An address with a user name in it shows another host than it opens; it was refused.')
  return url.hostname === '' ? err(MALFORMED) : ok({ href: url.href, host: url.host })
}
