const BASIS = 0x811c9dc5
const PRIME = 0x01000193

/** FNV-1a, 32 bit, as eight digits: it only tells texts apart, and the same text is the same in every run. No secret is hidden by it. */
export function fnv(text: string, basis = BASIS): string {
  let hash = basis
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME) >>> 0
  return hash.toString(16).padStart(8, '0')
}
