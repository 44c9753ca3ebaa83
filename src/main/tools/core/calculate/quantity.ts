import { err, ok, type Result } from '../../../../shared/result'

/** Exponents of metre, kilogram, second, kelvin, bit. */
export type Dimensions = readonly [number, number, number, number, number]

export const PLAIN: Dimensions = [0, 0, 0, 0, 0]

/** A scale whose zero is somewhere: kelvin = value * scale + offset. */
export interface Degrees {
  readonly scale: number
  readonly offset: number
}

export interface Quantity {
  /** In base units; of degrees: in these degrees. */
  readonly value: number
  readonly dimensions: Dimensions
  /** It can be converted and negated, and nothing else: 20 °C and 20 °C are not 40 °C. */
  readonly degrees: Degrees | null
  /** "15 %", before anything was done with it: added to something, it is meant of that. */
  readonly percent: boolean
}

export const plain = (value: number): Quantity => ({ value, dimensions: PLAIN, degrees: null, percent: false })

export const isPlain = ({ dimensions, degrees }: Quantity): boolean => degrees === null && dimensions.every((exponent) => exponent === 0)

const sameKind = (a: Quantity, b: Quantity): boolean => a.dimensions.every((exponent, index) => exponent === b.dimensions[index])

const DEGREES_FAULT = 'Degrees can be converted, not calculated with.'
const KIND_FAULT = 'These are not of the same kind.'
const POWER_FAULT = 'That power is not possible.'

type Calculated = Result<Quantity, string>

const withDimensions = (value: number, of: (index: number) => number): Quantity => ({ ...plain(value), dimensions: [of(0), of(1), of(2), of(3), of(4)] })

const exponent = ({ dimensions }: Quantity, index: number): number => dimensions[index] ?? 0

function add(a: Quantity, b: Quantity, sign: 1 | -1): Calculated {
  if (b.percent && !a.percent) return ok({ ...a, value: a.value * (1 + sign * b.value) })
  return sameKind(a, b) ? ok({ ...a, value: a.value + sign * b.value, percent: a.percent && b.percent }) : err(KIND_FAULT)
}

const multiply = (a: Quantity, b: Quantity): Calculated => ok(withDimensions(a.value * b.value, (index) => exponent(a, index) + exponent(b, index)))

const divide = (a: Quantity, b: Quantity): Calculated =>
  b.value === 0 ? err('Nothing can be divided by zero.') : ok(withDimensions(a.value / b.value, (index) => exponent(a, index) - exponent(b, index)))

function power(a: Quantity, b: Quantity): Calculated {
  if (!isPlain(b)) return err(POWER_FAULT)
  if (isPlain(a)) return ok(plain(a.value ** b.value))
  return Number.isInteger(b.value * 2) && Math.abs(b.value) <= 12 ? ok(withDimensions(a.value ** b.value, (index) => exponent(a, index) * b.value)) : err(POWER_FAULT)
}

function modulo(a: Quantity, b: Quantity): Calculated {
  if (!sameKind(a, b)) return err(KIND_FAULT)
  return b.value === 0 ? err('Nothing can be divided by zero.') : ok({ ...a, value: a.value - b.value * Math.floor(a.value / b.value) })
}

/** A number right before a unit: only here may the unit be degrees. */
function beside(a: Quantity, b: Quantity): Calculated {
  if (b.degrees === null) return multiply(a, b)
  return isPlain(a) && b.value === 1 ? ok({ ...b, value: a.value }) : err(DEGREES_FAULT)
}

export type Operator = '+' | '-' | '*' | '/' | '^' | 'mod' | 'beside'

export function combine(operator: Operator, a: Quantity, b: Quantity): Calculated {
  if (a.degrees !== null || (b.degrees !== null && operator !== 'beside')) return err(DEGREES_FAULT)
  switch (operator) {
    case '+':
      return add(a, b, 1)
    case '-':
      return add(a, b, -1)
    case '*':
      return multiply(a, b)
    case '/':
      return divide(a, b)
    case '^':
      return power(a, b)
    case 'mod':
      return modulo(a, b)
    case 'beside':
      return beside(a, b)
  }
}

const kelvin = ({ value, degrees }: Quantity): number => (degrees === null ? value : value * degrees.scale + degrees.offset)

/** How often `unit` goes into it. Null: they are not of the same kind. */
export function countIn(quantity: Quantity, unit: Quantity): number | null {
  if (!sameKind(quantity, unit)) return null
  return unit.degrees === null ? kelvin(quantity) / unit.value : (kelvin(quantity) - unit.degrees.offset) / unit.degrees.scale
}
