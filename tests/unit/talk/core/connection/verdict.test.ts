import { expect, test } from 'vitest'
import { heard, verdictOfClose } from '../../../../../src/main/talk/core/connection/verdict'

const closed = (change: object) => verdictOfClose({ closeCode: null, closeReason: '', httpStatus: null, lastError: null, ...change })

const error = (code: string, type = 'invalid_request_error') => heard(JSON.stringify({ type: 'error', error: { type, code, message: 'x' } }))

test('the first word that decides', () => {
  expect([
    heard(JSON.stringify({ type: 'session.created', session: { id: 'sess_1' } })),
    heard(JSON.stringify({ type: 'conversation.created', conversation: { id: 'conv_1' } })),
    error('invalid_api_key'),
    error('insufficient_permissions'),
    error('unsupported_country_region_territory'),
    error('insufficient_quota', 'insufficient_quota'),
    error('model_not_found'),
    heard('<html>'),
    heard(JSON.stringify({ type: 'greetings' })),
  ]).toEqual([
    { verdict: 'ok' },
    { verdict: 'ok' },
    { verdict: 'wrong-key' },
    { verdict: 'forbidden' },
    { verdict: 'forbidden' },
    { verdict: 'no-credit' },
    { verdict: 'model' },
    { verdict: 'stranger' },
    null,
  ])
})

test('an error that could pass is kept for the close that may follow', () => {
  expect(error('rate_limit_exceeded')).toEqual({ lastError: { type: 'invalid_request_error', code: 'rate_limit_exceeded', message: 'x' } })
})

test.each([
  ['getaddrinfo EAI_AGAIN api.openai.com', 'offline'],
  ['connect ENETUNREACH 1.2.3.4:443', 'offline'],
  ['getaddrinfo ENOTFOUND nowhere.invalid', 'no-host'],
  ['connect ECONNREFUSED 127.0.0.1:1', 'refused'],
  ['ECONNREFUSED', 'refused'],
  ['Opening handshake has timed out', 'silent'],
  ['self-signed certificate', 'certificate'],
  ["Hostname/IP does not match certificate's altnames: Host: a.", 'certificate'],
  ['C0D: error:0A00010B:SSL routines:ssl3_get_record:wrong version number', 'stranger'],
  ['socket hang up', 'server-down'],
] as const)('a socket that never opened, with "%s": %s', (closeReason, verdict) => {
  expect(closed({ closeReason })).toBe(verdict)
})

test.each([
  [{ httpStatus: 401 }, 'wrong-key'],
  [{ httpStatus: 402 }, 'no-credit'],
  [{ httpStatus: 403 }, 'forbidden'],
  [{ httpStatus: 404 }, 'stranger'],
  [{ httpStatus: 429 }, 'busy'],
  [{ httpStatus: 503 }, 'server-down'],
  [{ closeCode: 3000 }, 'wrong-key'],
  [{ closeCode: 1008, closeReason: 'insufficient_quota.insufficient_quota' }, 'no-credit'],
  [{ closeCode: 1006 }, 'server-down'],
  [{ closeCode: 1002 }, 'stranger'],
] as const)('a server that refused with %o: %s', (change, verdict) => {
  expect(closed(change)).toBe(verdict)
})
