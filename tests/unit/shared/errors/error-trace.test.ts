import { expect, test } from 'vitest'
import { errorTrace } from '../../../../src/shared/errors/error-trace'

const SECRET = 'SECRET-WORD'

test.each([
  ['an error', new TypeError(`boom with content: ${SECRET}`), /^TypeError\n\s+at .*error-trace\.test\.ts/],
  ['a message of many lines, one like a frame', new Error(`one\n    at ${SECRET}\nthree`), /^Error\n\s+at .*error-trace\.test\.ts/],
  ['a system error', Object.assign(new Error(`open '${SECRET}'`), { code: 'ENOENT' }), /^Error ENOENT\n/],
  ['a name with words', Object.assign(new Error('x'), { name: `${SECRET} said`, code: SECRET }), /^Error\n/],
  ['no error at all', `thrown ${SECRET}`, /^not an error$/],
])('of %s stays its kind and its place, not its words', (_what, cause, kept) => {
  const trace = errorTrace(cause)
  expect(trace).toMatch(kept)
  expect(trace).not.toContain(SECRET)
})
