/** What keys look like: a vendor's prefix and what follows; a bearer token; a key in a header, an address or a subprotocol. */
const SECRETS: readonly RegExp[] = [
  /\b((?:sk|ek|rk|gsk|xai)[-_])[\w.*~+/=-]+/gi,
  /\b(Bearer\s+)[\w.*~+/=-]+/gi,
  /\b(authorization["']?\s*[:=]\s*["']?Basic\s+)[\w.*~+/=-]+/gi,
  /\b(openai-insecure-api-key\.)[\w.*~+/=-]+/gi,
  /\b((?:x-)?api[-_]?key["']?\s*[:=]\s*["']?)[\w.*~+/=-]+/gi,
]

/** Takes every key out of a text that will be logged or shown. Servers repeat keys in their error messages. */
export const redact = (text: string): string => SECRETS.reduce((rest, secret) => rest.replace(secret, '$1[redacted]'), text)
