import { errorWords } from '../../../../../shared/errors/error-words'
import { repeatsKey } from '../../../../../shared/providers/address-keys'
import { isSecretTooLong } from '../../../../../shared/secret'
import { MAX_ADDRESS_CHARS, MAX_HOST_CHARS } from '../../../../../shared/settings'
import { MAX_SEARCH_CHARS, MAX_TEXT_CHARS, MAX_TITLE_CHARS } from '../../../../../shared/text/typed-text'

/** What can be said about an entry without asking main. Null: nothing is wrong with it. */
export type Check = (text: string) => string | null

export const needed = (what: string): Check => (text) => (text === '' ? `Enter ${what}.` : null)

/** What is pasted is never cut: half an entry looks like a whole one. */
export const atMost = (chars: number, what: string): Check => (text) =>
  text.length <= chars ? null : `${what} may have ${chars.toLocaleString('en')} letters, this has ${text.length.toLocaleString('en')}; make it shorter.`

/** The first thing that is wrong. */
export const all = (...checks: readonly Check[]): Check => (text) => checks.reduce<string | null>((found, check) => found ?? check(text), null)

export const apiKey: Check = (text) => (isSecretTooLong(text) ? errorWords('secret-long') : null)

export const typedMessage = atMost(MAX_TEXT_CHARS, 'A message')

export const conversationTitle = atMost(MAX_TITLE_CHARS, 'A title')

export const searchText = atMost(MAX_SEARCH_CHARS, 'A search')

const addressLength = atMost(MAX_ADDRESS_CHARS, 'An address')
const hostLength = atMost(MAX_HOST_CHARS, 'The name of a server')

const keys = (address: string): string | null => (repeatsKey(address) ? errorWords('address-keys') : null)

export const serverAddress: Check = (text) => {
  if (text === '') return 'Enter the address of the server, such as wss://example.com/v1/realtime.'
  if (!/^wss?:\/\//i.test(text)) return 'The address must start with wss:// (or ws:// on this computer).'
  if (URL.canParse(text)) return login(text) ?? keys(text) ?? addressLength(text) ?? hostLength(new URL(text).hostname)
  return 'This is not a complete address, such as wss://example.com/v1/realtime.'
}

function login(address: string): string | null {
  const { username, password } = new URL(address)
  return username === '' && password === '' ? null : errorWords('address-login')
}
