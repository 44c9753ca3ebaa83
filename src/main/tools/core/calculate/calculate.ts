import { err, ok, type Result } from '../../../../shared/result'
import { postfixOf, type Step } from './postfix'
import { combine, countIn, type Dimensions, isPlain, plain, type Quantity } from './quantity'
import { tokensOf } from './tokens'

export interface Calculation {
  readonly value: string
  /** Empty: it is a plain number. */
  readonly unit: string
}

export const MAX_EXPRESSION_CHARS = 300

/** Numbers with units, `+ - * / ^ %`, parentheses and some functions. `to`: the unit wanted; empty: one of those given. */
export function calculate(expression: string, to: string): Result<Calculation, string> {
  const calculated = evaluate(expression)
  if (!calculated.ok) return calculated
  const { quantity, units } = calculated.value
  const shown = to === '' ? inUnitsGiven(quantity, units) : inUnit(quantity, to)
  return shown.ok ? numberOf(shown.value) : shown
}

interface Evaluated {
  readonly quantity: Quantity
  /** As they were named, in order. */
  readonly units: readonly string[]
}

function evaluate(expression: string): Result<Evaluated, string> {
  const tokens = tokensOf(expression)
  if (!tokens.ok) return tokens
  const steps = postfixOf(tokens.value)
  return steps.ok ? run(steps.value) : steps
}

function run(steps: readonly Step[]): Result<Evaluated, string> {
  const stack: Quantity[] = []
  for (const step of steps) {
    const next = step.kind === 'operand' ? ok(step.quantity) : done(step, stack)
    if (!next.ok) return next
    stack.push(next.value)
  }
  const [quantity] = stack
  if (quantity === undefined || stack.length > 1) return err('A number is missing.')
  return ok({ quantity, units: steps.flatMap((step) => (step.kind === 'operand' && step.unit !== null ? [step.unit] : [])) })
}

function done(step: Exclude<Step, { kind: 'operand' }>, stack: Quantity[]): Result<Quantity, string> {
  const last = stack.pop()
  if (last === undefined) return err('A number is missing.')
  switch (step.kind) {
    case 'negate':
      return ok({ ...last, value: -last.value })
    case 'percent':
      return isPlain(last) ? ok({ ...last, value: last.value / 100, percent: true }) : err('Only a plain number can be a percentage.')
    case 'apply':
      return applied(step, last)
    case 'combine': {
      const first = stack.pop()
      return first === undefined ? err('A number is missing.') : combine(step.operator, first, last)
    }
  }
}

function applied({ name, of }: Extract<Step, { kind: 'apply' }>, to: Quantity): Result<Quantity, string> {
  if (isPlain(to)) return ok(plain(of(to.value)))
  return name === 'abs' && to.degrees === null ? ok({ ...to, value: Math.abs(to.value) }) : err(`${name} takes a plain number.`)
}

interface Shown {
  readonly value: number
  readonly unit: string
}

function inUnit(quantity: Quantity, to: string): Result<Shown, string> {
  if (to === '%') return isPlain(quantity) ? ok({ value: quantity.value * 100, unit: '%' }) : err('Only a plain number can be a percentage.')
  const unit = evaluate(to)
  if (!unit.ok) return unit
  const value = unit.value.quantity.value === 0 ? null : countIn(quantity, unit.value.quantity)
  return value === null ? err('It cannot be given in that unit.') : ok({ value, unit: to })
}

const BASE = ['m', 'kg', 's', 'K', 'bit'] as const

const baseUnits = (dimensions: Dimensions): string =>
  BASE.flatMap((name, index) => {
    const exponent = dimensions[index] ?? 0
    return exponent === 0 ? [] : [exponent === 1 ? name : `${name}^${String(exponent)}`]
  }).join(' ')

/** The first of the units in it that fits, or the base units. */
function inUnitsGiven(quantity: Quantity, units: readonly string[]): Result<Shown, string> {
  if (isPlain(quantity)) return ok({ value: quantity.value, unit: '' })
  for (const name of units) {
    const shown = inUnit(quantity, name)
    if (shown.ok) return shown
  }
  return ok({ value: quantity.value, unit: baseUnits(quantity.dimensions) })
}

/** From here on a double has no digits left for what stands before the point. */
const INEXACT = 1e15
const SIGNIFICANT_DIGITS = 12

function numberOf({ value, unit }: Shown): Result<Calculation, string> {
  if (Number.isNaN(value)) return err('That has no result.')
  if (!Number.isFinite(value)) return err('The result is too large.')
  const exact = Number.isInteger(value) && Math.abs(value) < INEXACT
  const rounded = exact ? value : Number(value.toPrecision(SIGNIFICANT_DIGITS))
  const text = Math.abs(rounded) >= INEXACT ? `about ${rounded.toExponential()}` : String(rounded === 0 ? 0 : rounded)
  return ok({ value: text, unit })
}
