import { splitAddress } from '../../shared/providers/address-keys'

/** All that a request line can carry as it is. */
const NOT_IN_A_REQUEST = /[^\x21-\x7e]+/gu

const escaped = (text: string): string => Buffer.from(text).toString('hex').toUpperCase().replace(/../g, '%$&')

const typedQuery = (address: string): string => (splitAddress(address).query ?? '').replace(NOT_IN_A_REQUEST, escaped)

/**
 * A model that the person wrote into the address wins. The query stays text: a `URL` writes quotes, brackets and accents anew, and
 * a signed address would be wrong then. Only what no request can carry is escaped. A fragment never leaves a client; `ws` throws at one.
 */
export function withModel(address: string, model: string): string {
  const url = new URL(address)
  const named = url.searchParams.has('model')
  url.search = ''
  url.hash = ''
  const query = [typedQuery(address), named ? '' : `model=${encodeURIComponent(model)}`].filter((part) => part !== '')
  return `${url.href}?${query.join('&')}`
}

/** The address as it is dialled where the model is no part of it. */
export const withoutFragment = (address: string): string => {
  const query = typedQuery(address)
  const url = new URL(address)
  url.search = ''
  url.hash = ''
  return query === '' ? url.href : `${url.href}?${query}`
}
