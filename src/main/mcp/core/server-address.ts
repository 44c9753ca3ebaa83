import { err, ok, type Result } from '../../../shared/result'
import { say } from '../../../shared/words/say'

const LOOPBACK_IP = /^(127(\.\d{1,3}){3}|\[::1\])$/
const HERE = /^(?:0|127)(?:\.\d{1,3}){3}$|^\[::(?:1|ffff:(?:0|7f[0-9a-f]{2}):[0-9a-f]{1,4})?\]$|^(?:.+\.)?localhost\.?$/

/** This computer, by its number. */
export const isLoopbackNumber = ({ hostname }: URL): boolean => LOOPBACK_IP.test(hostname)
/** Or whatever else leads there: a name that browsers know for it, no address at all, an older number in the newer spelling. */
export const isLoopbackAddress = ({ hostname }: URL): boolean => HERE.test(hostname)

/**
 * An address that a server may be reached at: encrypted, or on this computer by its number. A name for this computer may lead elsewhere
 * tomorrow, and a page in a browser can make it do so.
 */
export function serverAddress(url: string): Result<URL, string> {
  if (!URL.canParse(url)) return err(say('setup.address-invalid'))
  const address = new URL(url)
  if (address.username !== '' || address.password !== '') return err(say('setup.address-login'))
  if (address.protocol === 'https:') return ok(address)
  if (address.protocol !== 'http:') return err(say('setup.address-scheme'))
  if (isLoopbackNumber(address)) return ok(address)
  return err(address.hostname === 'localhost' ? say('setup.address-localhost') : say('setup.address-clear'))
}
