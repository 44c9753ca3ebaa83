import { err, ok, type Result } from '../../../../shared/result'
import { plainLine } from '../../../../shared/text/plain-line'

export type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string }

/** Doubles hold about 16; more are no mistake, but nobody says so many. */
const MOST_DIGITS = 40

const TOKEN = /\s*(?:((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|([°µ]?[A-Za-z]+|°)|(\*\*|[-+*/^%()]))/y

/** What keyboards and typesetters have for the same signs. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/[×·∙]/g, '*'],
  [/[÷∶]/g, '/'],
  [/[−–]/g, '-'],
  [/²/g, '^2'],
  [/³/g, '^3'],
  [/μ/g, 'µ'],
  [/π/g, 'pi'],
]

export function tokensOf(given: string): Result<readonly Token[], string> {
  const text = SAME.reduce((all, [from, to]) => all.replace(from, to), given).trimEnd()
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    if (found === null) return err(`“${plainLine(text.slice(at).trimStart().slice(0, 12))}” is not understood.`)
    const token = tokenOf(found)
    if (token === null) return err('A number has too many digits.')
    tokens.push(token)
    at = TOKEN.lastIndex
  }
  return ok(tokens)
}

function tokenOf([, number, word, sign]: RegExpExecArray): Token | null {
  if (word !== undefined) return { kind: 'word', text: word }
  if (sign !== undefined) return { kind: 'sign', text: sign === '**' ? '^' : sign }
  const text = number ?? ''
  const value = Number(text)
  return text.length <= MOST_DIGITS && Number.isFinite(value) ? { kind: 'number', value } : null
}
