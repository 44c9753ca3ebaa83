import { expect, test } from 'vitest'
import { retryDelayMs } from '../../../../../src/main/talk/core/realtime/answer-retry'
import type { ApiError } from '../../../../../src/shared/errors/classify-error'

const limited = (message = ''): ApiError => ({ type: 'invalid_request_error', code: 'rate_limit_exceeded', message })
const limit = (remaining: number | null, resetSeconds: number | null) => ({ name: 'tokens', remaining, resetSeconds })

test('a rate limit waits as long as the server says, and a little', () => {
  const said = ['1.2s', '340ms', '1m2s', '20 seconds', '1 minute', '0s', '0.0004s'].map((span) => retryDelayMs(limited(`Rate limit reached. Please try again in ${span}. Visit the site.`), 1, []))
  expect(said).toEqual([1_300, 440, null, 20_100, 60_100, 100, 101])
})

test('without its word the limit that is used up counts, the longest of them, and without that 5 s, doubling', () => {
  const waits = [
    retryDelayMs(limited(), 1, [limit(0, 2.5), limit(0, 4), limit(7, 50), limit(null, 50), limit(0, null)]),
    retryDelayMs(limited('try again in a while'), 1, [limit(3, 9)]),
    retryDelayMs(limited(), 2, []),
    retryDelayMs(limited(), 3, []),
  ]
  expect(waits).toEqual([4_100, 5_100, 10_100, 20_100])
})

test('nobody waits for more than a minute, or a fourth time', () => {
  expect([
    retryDelayMs(limited('try again in 6m0s'), 1, []),
    retryDelayMs(limited('try again in 1h2m3s'), 1, []),
    retryDelayMs(limited(), 1, [limit(0, 61)]),
    retryDelayMs(limited('try again in 1s'), 4, []),
  ]).toEqual([null, null, null, null])
})

test('the type alone is enough, but a code that is fatal wins', () => {
  const typed = (code: string | null): ApiError => ({ type: 'rate_limit_error', code, message: '' })
  expect([retryDelayMs(typed(null), 1, []), retryDelayMs(typed('insufficient_quota'), 1, [])]).toEqual([5_100, null])
})

test('an error of the server is asked about once more, all others never', () => {
  const error = (type: string, code: string | null): ApiError => ({ type, code, message: 'try again in 1s' })
  expect([
    retryDelayMs(error('server_error', null), 1, []),
    retryDelayMs(error('', 'server_error'), 1, []),
    retryDelayMs(error('server_error', null), 2, []),
    retryDelayMs(error('invalid_request_error', 'session_expired'), 1, []),
    retryDelayMs(error('invalid_request_error', 'invalid_value'), 1, []),
    retryDelayMs(null, 1, []),
  ]).toEqual([250, 250, null, null, null, null])
})
