import tls from 'node:tls'

/**
 * For this thread or process, whatever the environment says: a key goes to a proved host only, by TLS 1.2 or newer. `fetch` cannot be told so by
 * its caller, and takes both from here. https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue
 */
export function onlyProvedHosts(): void {
  delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
  tls.DEFAULT_MIN_VERSION = 'TLSv1.2'
}
