import { err, ok } from '../../shared/result'
import { firstCharacters } from '../../shared/text/characters'
import { plainLine } from '../../shared/text/plain-line'
import type { JsonObject, Tool } from '../tools/core/tool'
import { schemaFault } from './core/schema-check'
import { isObject, canonical } from './core/walk'
import type { JudgedTool } from './tool-pins'

/** Longer ones are where orders hide; the person sees the whole. */
const MAX_DESCRIPTION_CHARS = 1_024
const MAX_EXPLANATION_CHARS = 200
const MAX_KEY_CHARS = 512
const MAX_RULE_CHARS = 200

/** A tool of a server, for the model. It reads where the person has said so, never because the server does. */
export function serverTool(label: string, { listed, name, level }: JudgedTool): Tool {
  const title = listed.title ?? listed.name
  return {
    definition: { type: 'function', name, description: firstCharacters(listed.description, MAX_DESCRIPTION_CHARS), parameters: listed.schema },
    level,
    title,
    by: label,
    explanation: firstCharacters(plainLine(listed.description), MAX_EXPLANATION_CHARS),
    effect: level <= 1 ? 'read' : 'write',
    isOwn: false,
    untrusted: null,
    check: (given) => {
      if (!isObject(given)) return err('The arguments must be an object.')
      const fault = schemaFault(listed.schema, given)
      return fault === null ? ok(given) : err(fault)
    },
    pattern: (args) => patternOf(listed.hash, level, title, args),
  }
}

/** A rule is for this very definition; one that sends something out is for these very arguments. */
function patternOf(hash: string, level: Tool['level'], title: string, args: JsonObject): { readonly key: string; readonly text: string } | null {
  if (level < 3) return { key: hash, text: firstCharacters(`use “${title}”`, MAX_RULE_CHARS) }
  const key = `${hash} ${canonical(args)}`
  return key.length > MAX_KEY_CHARS ? null : { key, text: firstCharacters(`use “${title}” with ${JSON.stringify(args)}`, MAX_RULE_CHARS) }
}
