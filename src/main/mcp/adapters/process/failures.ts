import { firstCharacters } from '../../../../shared/text/characters'
import { plainLine } from '../../../../shared/text/plain-line'
import { say } from '../../../../shared/words/say'

const MAX_CHARS = 400

/** The same again cannot work. */
export class Refused extends Error {}

/** There is no such command. */
export const isMissing = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'EACCES')

/** For a person; a server's own words may stand in it. */
export function reasonOf(cause: unknown): string {
  if (isMissing(cause)) return say('setup.command-missing')
  return firstCharacters(plainLine(cause instanceof Error ? cause.message : say('setup.unreachable')), MAX_CHARS)
}
