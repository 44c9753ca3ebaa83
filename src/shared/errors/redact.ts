/** What keys look like: a vendor's prefix and what follows; a bearer token; a key in a header, an address or a subprotocol. */
const SECRETS: readonly RegExp[] = [
  /\b((?:sk|ek|rk|gsk|xai)[-_])[\w.*~+/=-]+/gi,
  /\b(Bearer\s+)[\w.*~+/=-]+/gi,
  /\b(authorization["']?\s*[:=]\s*["']?Basic\s+)[\w.*~+/=-]+/gi,
  /\b(openai-insecure-api-key\.)[\w.*~+/=-]+/gi,
  /\b((?:x-)?api[-_]?key["']?\s*[:=]\s*["']?)[\w.*~+/=-]+/gi,
]

/** What an image is on the wire: base64 in an address. */
const IMAGE = /\bdata:(image\/[\w.+-]+);base64,([A-Za-z0-9+/=]*)/gi

/** An image is nobody's log line: its kind and its length are. */
export const withoutImages = (text: string): string =>
  text.replace(IMAGE, (_whole, type: string, base64: string) => `[${type}, ${String(Math.floor((base64.length * 3) / 4))} bytes]`)

/**
 * Takes every key, and every image, out of a text that will be logged or shown. Servers repeat in their error messages what they
 * were sent. Images go first: megabytes need not be searched for keys.
 */
export const redact = (text: string): string => SECRETS.reduce((rest, secret) => rest.replace(secret, '$1[redacted]'), withoutImages(text))

export interface Scrubber {
  readonly add: (secret: string) => void
  /** It is in use no more, and nothing here may be the last to hold it. */
  readonly forget: (secret: string) => void
  readonly scrub: (text: string) => string
}

/** Shorter ones would make holes in ordinary words. */
const MIN_SECRET_CHARS = 6

/** `redact`, and beyond it every key it was told of, whatever it looks like: a server may repeat one in an error. */
export function createScrubber(): Scrubber {
  const secrets = new Set<string>()
  return {
    add: (secret) => void (secret.length >= MIN_SECRET_CHARS && secrets.add(secret)),
    forget: (secret) => void secrets.delete(secret),
    scrub: (text) => [...secrets].reduce((all, secret) => all.replaceAll(secret, '[redacted]'), redact(text)),
  }
}
