import { errorWords } from '../../../../../shared/errors/error-words'
import { repeatsKey } from '../../../../../shared/providers/address-keys'
import { isSecretTooLong } from '../../../../../shared/secret'
import { LANGUAGE_CODE, MAX_ADDRESS_CHARS, MAX_HOST_CHARS } from '../../../../../shared/settings'
import { MAX_SEARCH_CHARS, MAX_TEXT_CHARS, MAX_TITLE_CHARS } from '../../../../../shared/text/typed-text'
import { say } from '../../../../../shared/words/say'

/** Not to be had, but of the right shape. */
export const EXAMPLE_ADDRESS = 'wss://example.com/v1/realtime'

/** What can be said about an entry without asking main. Null: nothing is wrong with it. */
export type Check = (text: string) => string | null

/** `empty`: what to say of an empty field. */
export const needed = (empty: 'settings.needs-model' | 'settings.needs-voice'): Check => (text) => (text === '' ? say(empty) : null)

/** What is pasted is never cut: half an entry looks like a whole one. */
export const atMost = (most: number): Check => (text) => (text.length <= most ? null : say('settings.too-long', { chars: text.length, most }))

/** The first thing that is wrong. */
export const all = (...checks: readonly Check[]): Check => (text) => checks.reduce<string | null>((found, check) => found ?? check(text), null)

/** Empty: any. */
export const languageCode: Check = (text) => (text === '' || LANGUAGE_CODE.test(text) ? null : say('settings.language-problem'))

export const apiKey: Check = (text) => (isSecretTooLong(text) ? errorWords('secret-long') : null)

export const typedMessage = atMost(MAX_TEXT_CHARS)

export const conversationTitle = atMost(MAX_TITLE_CHARS)

export const searchText = atMost(MAX_SEARCH_CHARS)

const addressLength = atMost(MAX_ADDRESS_CHARS)

const hostLength: Check = (host) => (host.length <= MAX_HOST_CHARS ? null : say('settings.host-too-long', { chars: host.length, most: MAX_HOST_CHARS }))

const keys = (address: string): string | null => (repeatsKey(address) ? errorWords('address-keys') : null)

export const serverAddress: Check = (text) => {
  if (text === '') return say('settings.address-missing', { example: EXAMPLE_ADDRESS })
  if (!/^wss?:\/\//i.test(text)) return say('settings.address-scheme')
  if (URL.canParse(text)) return login(text) ?? keys(text) ?? addressLength(text) ?? hostLength(new URL(text).hostname)
  return say('settings.address-incomplete', { example: EXAMPLE_ADDRESS })
}

function login(address: string): string | null {
  const { username, password } = new URL(address)
  return username === '' && password === '' ? null : errorWords('address-login')
}
