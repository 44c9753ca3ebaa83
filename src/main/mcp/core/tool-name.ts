import { fnv } from '../../../shared/text/fnv'

/** What every server of the talk takes (docs/wire-facts.md, Tools). */
const MAX_CHARS = 64
const HASH_CHARS = 6

const hashed = (plain: string, hashedText: string): string => `${plain.slice(0, MAX_CHARS - HASH_CHARS - 1)}_${fnv(hashedText).slice(0, HASH_CHARS)}`

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
