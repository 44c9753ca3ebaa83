/** What every server of the talk takes (docs/wire-facts.md, Tools). */
const MAX_CHARS = 64
const HASH_CHARS = 6

/** FNV-1a, 32 bit: it only tells names apart, and the same name is the same in every run. */
function nameHash(name: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

const hashed = (plain: string, hashedText: string): string => `${plain.slice(0, MAX_CHARS - HASH_CHARS - 1)}_${nameHash(hashedText).slice(0, HASH_CHARS)}`

/**
 * What the model calls a tool: `<label>_<tool>`. A label has no underscore, so two servers never meet in a name; what had to be changed
 * or shortened, and what somebody else is called, carries six digits of a hash of what it was. Whoever knows the hash may have given a
 * tool that very name: then it is another hash. `isTaken`: by a tool of Parley's own, or by one of the same server before it.
 */
export function toolName(label: string, tool: string, isTaken: (name: string) => boolean): string {
  const plain = `${label}_${tool.replace(/[^a-zA-Z0-9_-]/g, '_')}`
  if (plain === `${label}_${tool}` && plain.length <= MAX_CHARS && !isTaken(plain)) return plain
  let name = hashed(plain, tool)
  for (let round = 1; isTaken(name); round += 1) name = hashed(plain, `${tool} ${String(round)}`)
  return name
}
