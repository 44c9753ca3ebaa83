/** Longer ones cannot be shown whole. */
const MAX_LINK_CHARS = 2_000
/** What a mail program may be given; other fields attach files, or say whom it is from. */
const MAIL_FIELDS: ReadonlySet<string> = new Set(['to', 'cc', 'subject', 'body'])

/** Where a link leads, as it will be opened: what is not ASCII is written out, so that none looks like another. */
export interface LinkTarget {
  readonly href: string
  /** With its port where that is not the usual one; of a mail: whom it is to. */
  readonly place: string
  readonly kind: 'encrypted' | 'open' | 'mail'
}

/** Null: not to be opened. Only the web and mails are, and none that shows another host than it goes to. */
export function linkTarget(address: string): LinkTarget | null {
  if (address.length > MAX_LINK_CHARS || !URL.canParse(address)) return null
  const url = new URL(address)
  if (url.href.length > MAX_LINK_CHARS) return null
  switch (url.protocol) {
    case 'https:':
      return ofWeb(url, 'encrypted')
    case 'http:':
      return ofWeb(url, 'open')
    case 'mailto:':
      return [...url.searchParams.keys()].every((name) => MAIL_FIELDS.has(name.toLowerCase())) ? { href: url.href, place: url.pathname, kind: 'mail' } : null
    default:
      return null
  }
}

function ofWeb(url: URL, kind: LinkTarget['kind']): LinkTarget | null {
  return (url.hostname === '' || url.username !== '' || url.password !== '' ? null : { href: url.href, place: url.host, kind })
}

export const canOpen = (address: string): boolean => linkTarget(address) !== null
