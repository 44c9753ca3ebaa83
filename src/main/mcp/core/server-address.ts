import { err, ok, type Result } from '../../../shared/result'

const LOOPBACK_IP = /^(127(\.\d{1,3}){3}|\[::1\])$/

/** This computer, by its number. */
export const isLoopbackNumber = ({ hostname }: URL): boolean => LOOPBACK_IP.test(hostname)
/** Or by the name that browsers know for it. */
export const isLoopbackAddress = (address: URL): boolean => isLoopbackNumber(address) || address.hostname === 'localhost' || address.hostname.endsWith('.localhost')

/**
 * An address that a server may be reached at: encrypted, or on this computer by its number. A name for this computer may lead elsewhere
 * tomorrow, and a page in a browser can make it do so.
 */
export function serverAddress(url: string): Result<URL, string> {
  if (!URL.canParse(url)) return err('The address is none.')
  const address = new URL(url)
  if (address.username !== '' || address.password !== '') return err('The address holds a login: put it into a header.')
  if (address.protocol === 'https:') return ok(address)
  if (address.protocol !== 'http:') return err('The address must begin with https://.')
  if (isLoopbackNumber(address)) return ok(address)
  return err(address.hostname === 'localhost' ? 'Use http://127.0.0.1 in place of localhost.' : 'The address must begin with https://, unless it is on this computer.')
}
