import { err, ok, type Result } from '../../../../shared/result'
import { type Operator, plain, type Quantity } from './quantity'
import type { Token } from './tokens'
import { unitNamed } from './units'

/** Operands first, what is done with them behind: no parenthesis is left, and nothing has to recurse. */
export type Step =
  | { readonly kind: 'operand'; readonly quantity: Quantity; readonly unit: string | null }
  | { readonly kind: 'combine'; readonly operator: Operator }
  | { readonly kind: 'apply'; readonly name: string; readonly of: (value: number) => number }
  | { readonly kind: 'negate' }
  | { readonly kind: 'percent' }

type Waiting = Exclude<Step, { kind: 'operand' | 'percent' }> | { readonly kind: 'open' }

const FUNCTIONS: Readonly<Record<string, (value: number) => number>> = {
  sqrt: Math.sqrt, abs: Math.abs, round: Math.round, floor: Math.floor, ceil: Math.ceil,
  ln: Math.log, log: Math.log10, sin: Math.sin, cos: Math.cos, tan: Math.tan,
}
const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E }

const MOST_DEPTH = 32
const MISSING_NUMBER = 'A number is missing.'
const MISSING_OPERATOR = 'Between two numbers an operator is missing.'
const PARENTHESES = 'The parentheses do not match.'
const TOO_DEEP = 'That is nested too deeply.'

/** `beside` (a number and its unit) binds looser than a power, so that "5 m^2" are square metres, and tighter than all else. */
const TIGHTNESS: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, mod: 2, beside: 4, '^': 5 }

const tightness = (waiting: Waiting): number => {
  if (waiting.kind === 'combine') return TIGHTNESS[waiting.operator]
  return waiting.kind === 'negate' ? 3 : waiting.kind === 'apply' ? 6 : 0
}

const BINARY: ReadonlyMap<string, Operator> = new Map([['+', '+'], ['-', '-'], ['*', '*'], ['/', '/'], ['^', '^']])

/** Dijkstra's shunting yard. */
class Yard {
  readonly steps: Step[] = []
  private readonly waiting: Waiting[] = []
  private depth = 0
  /** An operand stands right before. */
  private afterOperand = false

  /** What is wrong; null: nothing. */
  take(token: Token, next: Token | undefined): string | null {
    switch (token.kind) {
      case 'number':
        if (this.afterOperand) return MISSING_OPERATOR
        return this.operand(plain(token.value), null)
      case 'word':
        return this.word(token.text, next)
      case 'sign':
        return this.sign(token.text, next)
    }
  }

  end(): string | null {
    if (!this.afterOperand) return MISSING_NUMBER
    for (let top = this.waiting.pop(); top !== undefined; top = this.waiting.pop()) {
      if (top.kind === 'open') return PARENTHESES
      this.steps.push(top)
    }
    return null
  }

  private word(text: string, next: Token | undefined): string | null {
    if (this.afterOperand && (text === 'of' || text === 'mod')) return this.binary(text === 'of' ? '*' : 'mod')
    const of = Object.hasOwn(FUNCTIONS, text) ? FUNCTIONS[text] : undefined
    if (of !== undefined && next?.kind === 'sign' && next.text === '(') return this.apply(text, of)
    const constant = Object.hasOwn(CONSTANTS, text) ? CONSTANTS[text] : undefined
    const unit = constant === undefined ? unitNamed(text) : null
    const quantity = constant === undefined ? unit : plain(constant)
    if (quantity === null) return `“${text.slice(0, 20)}” is not a unit that is known here.`
    if (this.afterOperand) this.binary('beside')
    return this.operand(quantity, unit === null ? null : text)
  }

  private sign(text: string, next: Token | undefined): string | null {
    if (text === '(') return this.open()
    if (text === ')') return this.close()
    if (text === '%') return this.percent(next)
    const operator = BINARY.get(text)
    if (operator === undefined) return MISSING_NUMBER
    if (this.afterOperand) return this.binary(operator)
    if (operator === '+') return null
    return operator === '-' ? this.push({ kind: 'negate' }) : MISSING_NUMBER
  }

  private apply(name: string, of: (value: number) => number): string | null {
    if (this.afterOperand) this.binary('*')
    return this.push({ kind: 'apply', name, of })
  }

  private operand(quantity: Quantity, unit: string | null): null {
    this.steps.push({ kind: 'operand', quantity, unit })
    this.afterOperand = true
    return null
  }

  private push(waiting: Waiting): string | null {
    this.waiting.push(waiting)
    return this.waiting.length > MOST_DEPTH * 4 ? TOO_DEEP : null
  }

  private binary(operator: Operator): null {
    const own = TIGHTNESS[operator]
    for (let top = this.waiting.at(-1); top !== undefined; top = this.waiting.at(-1)) {
      const goesFirst = operator === '^' ? tightness(top) > own : tightness(top) >= own
      if (top.kind === 'open' || !goesFirst) break
      this.waiting.pop()
      this.steps.push(top)
    }
    this.waiting.push({ kind: 'combine', operator })
    this.afterOperand = false
    return null
  }

  private open(): string | null {
    if (this.afterOperand) this.binary('*')
    this.depth += 1
    return this.depth > MOST_DEPTH ? TOO_DEEP : this.push({ kind: 'open' })
  }

  private close(): string | null {
    if (!this.afterOperand) return MISSING_NUMBER
    this.depth -= 1
    for (let top = this.waiting.pop(); top !== undefined; top = this.waiting.pop()) {
      if (top.kind === 'open') return null
      this.steps.push(top)
    }
    return PARENTHESES
  }

  /** Between two numbers it is what is left of a division, behind one it is a hundredth. */
  private percent(next: Token | undefined): string | null {
    if (!this.afterOperand) return MISSING_NUMBER
    if (next !== undefined && (next.kind === 'number' || (next.kind === 'sign' && next.text === '('))) return this.binary('mod')
    this.steps.push({ kind: 'percent' })
    return null
  }
}

export function postfixOf(tokens: readonly Token[]): Result<readonly Step[], string> {
  const yard = new Yard()
  for (const [index, token] of tokens.entries()) {
    const fault = yard.take(token, tokens[index + 1])
    if (fault !== null) return err(fault)
  }
  const fault = yard.end()
  return fault === null ? ok(yard.steps) : err(fault)
}
