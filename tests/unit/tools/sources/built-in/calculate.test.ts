import { expect, test } from 'vitest'
import { BuiltInWorld } from '../../../../fakes/fake-built-in'
import { answer, asked, HOSTILE } from './asked'

const { source } = new BuiltInWorld()
const result = async (expression: string, to?: string) => {
  const outcome = answer(await asked(source, 'calculate', to === undefined ? { expression } : { expression, to }))
  return typeof outcome === 'object' && outcome !== null && 'result' in outcome ? outcome.result : outcome
}

test.each([
  ['1 + 2 * 3', '7'],
  ['(1 + 2) * 3', '9'],
  ['2 ^ 3 ^ 2', '512'],
  ['-2 ^ 2', '-4'],
  ['(-2) ^ 2', '4'],
  ['2 ** -1', '0.5'],
  ['--3', '3'],
  ['3 - -2', '5'],
  ['10 / 4 / 5', '0.5'],
  ['7 - 2 - 1', '4'],
  ['0.1 + 0.2', '0.3'],
  ['1/3', '0.333333333333'],
  ['0 * -1', '0'],
  ['17 % 5', '2'],
  ['-7 mod 3', '2'],
  ['15 % of 80', '12'],
  ['80 + 15%', '92'],
  ['80 - 25 %', '60'],
  ['10% + 5%', '0.15'],
  ['2(3 + 4)', '14'],
  ['2 pi', '6.28318530718'],
  ['sqrt(2) * sqrt(2)', '2'],
  ['log(1000) + ln(e)', '4'],
  ['sin(90 °)', '1'],
  ['3 × 4 ÷ 6 − 1', '1'],
  ['1.5e3 + .5', '1500.5'],
  ['999999 * 999999', '999998000001'],
  ['123456789 * 987654321', 'about 1.21932631113e+17'],
  ['5 km + 300 m', '5.3 km'],
  ['100 km / 2 h', '13.8888888889 m s^-1'],
  ['3 m * 4 m', '12 m^2'],
  ['2 h + 30 min', '2.5 h'],
  ['abs(-3 kg)', '3 kg'],
  ['5 kg - 80 %', '1 kg'],
])('%s = %s', async (expression, expected) => {
  expect(await result(expression)).toBe(expected)
})

test.each([
  ['26.2 miles', 'km', '42.1648128 km'],
  ['100 km/h', 'mph', '62.1371192237 mph'],
  ['20 °C', '°F', '68 °F'],
  ['-40 °F', '°C', '-40 °C'],
  ['0 K', '°C', '-273.15 °C'],
  ['98.6 fahrenheit', 'Celsius', '37 Celsius'],
  ['6 ft + 2 in', 'cm', '187.96 cm'],
  ['1 MB', 'KiB', '976.5625 KiB'],
  ['100 Mbit', 'MB', '12.5 MB'],
  ['50 m²', 'sqft', '538.195520835 sqft'],
  ['2 kW * 3 h', 'kWh', '6 kWh'],
  ['1 kg * 9.81 m / s^2', 'N', '9.81 N'],
  ['3/4', '%', '75 %'],
  ['1 gal', 'L', '3.785411784 L'],
  ['180 deg', 'rad', '3.14159265359 rad'],
  ['90 km/h * 20 min', 'km', '30 km'],
])('%s in %s', async (expression, to, expected) => {
  expect(await result(expression, to)).toBe(expected)
})

test.each([
  ['', undefined, 'refused: expression: Too small: expected string to have >=1 characters'],
  [' ', undefined, 'failed: A number is missing.'],
  ['1 +', undefined, 'failed: A number is missing.'],
  ['* 2', undefined, 'failed: A number is missing.'],
  ['()', undefined, 'failed: A number is missing.'],
  ['(1', undefined, 'failed: The parentheses do not match.'],
  ['1)', undefined, 'failed: The parentheses do not match.'],
  ['1 2', undefined, 'failed: Between two numbers an operator is missing.'],
  ['1,000 + 1', undefined, 'failed: “,000 + 1” is not understood.'],
  ['1 / 0', undefined, 'failed: Nothing can be divided by zero.'],
  ['5 mod 0', undefined, 'failed: Nothing can be divided by zero.'],
  ['1 m + 1 s', undefined, 'failed: These are not of the same kind.'],
  ['1 m', 's', 'failed: It cannot be given in that unit.'],
  ['1 m', '0 km', 'failed: It cannot be given in that unit.'],
  ['1 m', 'parsec', 'failed: “parsec” is not a unit that is known here.'],
  ['20 °C + 5 °C', undefined, 'failed: Degrees can be converted, not calculated with.'],
  ['2 * 20 °C', undefined, 'failed: Degrees can be converted, not calculated with.'],
  ['2 ^ (3 m)', undefined, 'failed: That power is not possible.'],
  ['(2 m) ^ 1e9', undefined, 'failed: That power is not possible.'],
  ['sqrt(4 m)', undefined, 'failed: sqrt takes a plain number.'],
  ['sqrt(-1)', undefined, 'failed: That has no result.'],
  ['ln(0)', undefined, 'failed: The result is too large.'],
  ['9^9^9^9', undefined, 'failed: The result is too large.'],
  ['1e309', undefined, 'failed: A number has too many digits.'],
  ['NaN', undefined, 'failed: “NaN” is not a unit that is known here.'],
  ['Infinity', undefined, 'failed: “Infinity” is not a unit that is known here.'],
  ['constructor', undefined, 'failed: “constructor” is not a unit that is known here.'],
  ['__proto__', undefined, 'failed: “__proto__” is not understood.'],
  ['process.exit(1)', undefined, 'failed: “.exit(1)” is not understood.'],
  ['1 + \u202e2', undefined, 'failed: “2” is not understood.'],
  ['9'.repeat(41), undefined, 'failed: A number has too many digits.'],
  [`${'('.repeat(33)}1${')'.repeat(33)}`, undefined, 'failed: That is nested too deeply.'],
  [`${'-'.repeat(299)}1`, undefined, 'failed: That is nested too deeply.'],
  ['1'.repeat(301), undefined, 'refused: expression: Too big: expected string to have <=300 characters'],
])('no result: %j in %s', async (expression, to, expected) => {
  expect(await result(expression, to)).toBe(expected)
})

test.each([...HOSTILE, {}, { expression: 1 }, { expression: ['1'] }, { expression: '1', to: null }])('refused before it runs: %j', async (given) => {
  expect((await asked(source, 'calculate', given)).kind).toBe('refused')
})
