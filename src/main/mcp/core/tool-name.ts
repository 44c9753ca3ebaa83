/** What every server of the talk takes (docs/wire-facts.md, Tools). */
const MAX_CHARS = 64
const HASH_CHARS = 6

/**
 * What the model calls a tool: `<label>_<tool>`. A label has no underscore, so two servers never meet in a name; what had to be changed
 * or shortened carries six digits of a hash of what it was, so that two tools of one server do not, either. `isTaken`: by a tool of
 * Parley's own.
 */
export function toolName(label: string, tool: string, hash: string, isTaken: (name: string) => boolean): string {
  const plain = `${label}_${tool.replace(/[^a-zA-Z0-9_-]/g, '_')}`
  const isSame = plain === `${label}_${tool}` && plain.length <= MAX_CHARS && !isTaken(plain)
  return isSame ? plain : `${plain.slice(0, MAX_CHARS - HASH_CHARS - 1)}_${hash.slice(0, HASH_CHARS)}`
}
