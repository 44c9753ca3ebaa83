import { firstCharacters } from '../../../shared/text/characters'
import { isFields } from '../session/fields'

const MOST_CHARS = 200
/** JSON in JSON, as what somebody else wrote is wrapped. */
const DEEPEST = 3

const NOTHING = 'Nothing about that was found in your folders.'

interface Passage {
  readonly cite: string
  readonly file: string
  readonly text: string
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return null
  }
}

function isPassage(value: unknown): value is Passage {
  return isFields(value) && [value['cite'], value['file'], value['text']].every((part) => typeof part === 'string')
}

/** Null: these are no passages of a search. */
function passagesIn(value: unknown, depth = 0): readonly Passage[] | null {
  const read = parsed(value)
  if (!isFields(read) || depth > DEEPEST) return null
  const { passages, text } = read
  return Array.isArray(passages) ? passages.filter(isPassage) : passagesIn(text, depth + 1)
}

/** As a model answers that does what it is told: what the first passage says, its file, and its sign. Null: no output is a search. */
export function citing(outputs: readonly string[]): string | null {
  const found = outputs.map((output) => passagesIn(output)).filter((passages) => passages !== null)
  if (found.length === 0) return null
  const [first] = found.flat()
  return first === undefined ? NOTHING : `${firstCharacters(first.text.replace(/\s+/gu, ' ').trim(), MOST_CHARS)} So it says in ${first.file} [${first.cite}].`
}
