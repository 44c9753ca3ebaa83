const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** What is sent there never leaves this computer. `hostname` as `URL` writes it. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname)

/** `host` as the ledger has it, with its port. */
export const isOwnHost = (host: string): boolean => isLoopback(host.replace(/:\d+$/, ''))

/** Voice and key would travel readable by everybody on the way. */
export function isExposed(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'ws:' && !isLoopback(hostname)
}
