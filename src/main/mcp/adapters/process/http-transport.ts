import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { boundedBody } from './bounded-body'
import type { Bearer } from './sign-in/bearer'
import { say } from '../../../../shared/words/say'

/**
 * A server that is reached by its address. What opens it, the headers and the token of a sign-in, goes to the origin it was entered for
 * and nowhere else. `bearer` null: it is opened by a header of its own.
 */
export function httpTransport(address: URL, headers: Readonly<Record<string, string>>, bearer: Bearer | null): StreamableHTTPClientTransport {
  return new StreamableHTTPClientTransport(address, {
    redirectPolicy: 'same-origin',
    ...(bearer === null ? {} : { authProvider: bearer }),
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input)
      if (url.origin !== address.origin) throw new Error(say('setup.leads-elsewhere', { host: url.host }))
      const all = new Headers(init?.headers)
      for (const [name, value] of Object.entries(headers)) if (!all.has(name)) all.set(name, value)
      const response = await fetch(url, { ...init, headers: all })
      bearer?.answered(all.get('authorization'), response)
      return boundedBody(response)
    },
  })
}
