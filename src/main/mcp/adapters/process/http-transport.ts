import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { boundedBody } from './bounded-body'

/** A server that is reached by its address. What opens it, the headers, goes to the origin it was entered for and nowhere else. */
export function httpTransport(address: URL, headers: Readonly<Record<string, string>>): StreamableHTTPClientTransport {
  return new StreamableHTTPClientTransport(address, {
    redirectPolicy: 'same-origin',
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input)
      if (url.origin !== address.origin) throw new Error(`The server leads to another place: ${url.host}`)
      const all = new Headers(init?.headers)
      for (const [name, value] of Object.entries(headers)) if (!all.has(name)) all.set(name, value)
      return boundedBody(await fetch(url, { ...init, headers: all }))
    },
  })
}
