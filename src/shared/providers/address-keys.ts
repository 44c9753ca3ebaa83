import { holdsKey } from './key-like-names'

/** Stands in an address for a key that lies in the keychain. */
const KEPT = 'kept-in-the-keychain'

export interface AddressKey {
  readonly name: string
  /** As it stands in the address, escapes and all. */
  readonly value: string
}

/** The keys in the query of an address; those that were taken out before are not among them. */
export const keysIn = (address: string): readonly AddressKey[] => parts(address).flatMap(({ key }) => (key === null || key.value === KEPT ? [] : [key]))

/** The names of the keys that were taken out. */
export const keptIn = (address: string): readonly string[] => parts(address).flatMap(({ key }) => (key?.value === KEPT ? [key.name] : []))

/** A key that is still to be taken out has the name of another one, whatever its case and escapes: one place would have to hold both. */
export function repeatsKey(address: string): boolean {
  const names = parts(address).flatMap(({ key }) => key?.name ?? [])
  return keysIn(address).some(({ name }) => names.indexOf(name) !== names.lastIndexOf(name))
}

/** The same address without its keys, byte for byte otherwise. */
export const withoutKeys = (address: string): string => rewritten(address, () => KEPT)

/** The address as it is dialled. `valueOf`: what was taken out under that name. */
export const withKeys = (address: string, valueOf: (name: string) => string): string =>
  rewritten(address, (key) => (key.value === KEPT ? valueOf(key.name) : key.value))

function rewritten(address: string, change: (key: AddressKey) => string): string {
  const { before, after } = splitAddress(address)
  const query = parts(address).map(({ text, key }) => (key === null ? text : `${text.slice(0, text.indexOf('=') + 1)}${change(key)}`))
  return query.length === 0 ? address : `${before}?${query.join('&')}${after}`
}

function parts(address: string): readonly { readonly text: string; readonly key: AddressKey | null }[] {
  const { query } = splitAddress(address)
  return query === null ? [] : query.split('&').map((text) => ({ text, key: keyOf(text) }))
}

function keyOf(text: string): AddressKey | null {
  const at = text.indexOf('=')
  const name = decoded(text.slice(0, at))
  return at > 0 && holdsKey(name) && at + 1 < text.length ? { name: name.toLowerCase(), value: text.slice(at + 1) } : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** `after`: from the `#`. As text, because writing one parameter of a `URL` writes all others anew. */
export function splitAddress(address: string): { readonly before: string; readonly query: string | null; readonly after: string } {
  const hash = address.indexOf('#')
  const whole = hash === -1 ? address : address.slice(0, hash)
  const mark = whole.indexOf('?')
  const after = hash === -1 ? '' : address.slice(hash)
  return mark === -1 ? { before: whole, query: null, after } : { before: whole.slice(0, mark), query: whole.slice(mark + 1), after }
}
