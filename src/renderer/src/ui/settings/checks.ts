/** What can be said about an entry without asking main. Null: nothing is wrong with it. */
export type Check = (text: string) => string | null

export const needed = (what: string): Check => (text) => (text === '' ? `Enter ${what}.` : null)

export const serverAddress: Check = (text) => {
  if (text === '') return 'Enter the address of the server, such as wss://example.com/v1/realtime.'
  if (!/^wss?:\/\//i.test(text)) return 'The address must start with wss:// (or ws:// on this computer).'
  return URL.canParse(text) ? null : 'This is not a complete address, such as wss://example.com/v1/realtime.'
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** Voice and key would travel readable by everybody on the way. */
export function isExposed(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'ws:' && !LOOPBACK.test(hostname)
}
