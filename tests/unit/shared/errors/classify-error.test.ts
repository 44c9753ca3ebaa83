import { describe, expect, it } from 'vitest'
import { type ApiError, classifyApiError, classifyClose, classifyMicrophoneError, type CloseFacts } from '../../../../src/shared/errors/classify-error'

const apiError = (code: string | null, type = 'invalid_request_error', message = 'No.'): ApiError => ({ type, code, message })
const close = (facts: Partial<CloseFacts>) => {
  const { error, retryable } = classifyClose({ closeCode: null, closeReason: '', httpStatus: null, lastError: null, ...facts })
  return `${error.tag} ${retryable ? 'retry' : 'stop'}`
}

describe('why a connection ended', () => {
  it('is decided by the last fatal error, whatever the code', () => {
    const codes = ['invalid_api_key', 'invalid_model', 'beta_api_shape_disabled', 'insufficient_quota', 'session_expired']
    expect(codes.map((code) => close({ closeCode: 1001, lastError: apiError(code) }))).toEqual([
      'auth stop',
      'model stop',
      'protocol stop',
      'quota stop',
      'server-gone retry',
    ])
  })

  it('is not decided by an old harmless error', () => {
    expect(close({ closeCode: 1006, lastError: apiError('response_cancel_not_active') })).toBe('server-gone retry')
  })

  it('is read from the reason where no error came', () => {
    expect([
      close({ closeCode: 4000, closeReason: 'invalid_request_error.model_not_found' }),
      close({ closeCode: 1000, closeReason: 'session_expired' }),
    ]).toEqual(['model stop', 'server-gone retry'])
  })

  it('is a certificate that was refused, which no further attempt would change', () => {
    const words = ['self-signed certificate', 'certificate has expired', "Hostname/IP does not match certificate's altnames: Host: a. is not in the cert's altnames: DNS:b", 'EPROTO 80:error:0A000102:SSL routines:ssl_choose_client_version:unsupported protocol']
    expect([...words.map((closeReason) => close({ closeReason })), close({ closeReason: 'connect ECONNREFUSED' }), close({ closeCode: 1006, closeReason: 'certificate' })]).toEqual([
      ...words.map(() => 'certificate stop'), 'network retry', 'server-gone retry',
    ])
  })

  it('is decided by the close code else', () => {
    const codes = [1000, 1001, 1002, 1005, 1006, 1008, 1011, 1012, 1013, 1015, 3000, 4000, 4004]
    expect(codes.map((closeCode) => close({ closeCode }))).toEqual([
      'protocol stop',
      'server-gone retry',
      'protocol stop',
      'server-gone retry',
      'server-gone retry',
      'turned-away stop',
      'server-gone retry',
      'server-gone retry',
      'server-gone retry',
      'protocol stop',
      'auth stop',
      'protocol stop',
      'protocol stop',
    ])
  })

  it('is decided by the HTTP status before the upgrade', () => {
    const statuses = [301, 400, 401, 402, 403, 404, 408, 429, 500, 502, 503, 504]
    expect(statuses.map((httpStatus) => close({ httpStatus }))).toEqual([
      'protocol stop',
      'model stop',
      'auth stop',
      'quota stop',
      'auth stop',
      'protocol stop',
      'network retry',
      'rate-limit retry',
      'network retry',
      'network retry',
      'network retry',
      'network retry',
    ])
  })

  it('is nothing to mend where the server ends the session and complains of nothing', () => {
    const orderly = (closeCode: number, lastError: ApiError | null = null, closeReason = '') => classifyClose({ closeCode, closeReason, httpStatus: null, lastError }).orderly
    expect([
      orderly(1000),
      orderly(1000, apiError('rate_limit_exceeded')),
      orderly(4000),
      orderly(4000, apiError('response_cancel_not_active')),
      orderly(4000, apiError('brand_new')),
      orderly(1000, apiError('session_expired')),
      orderly(1000, null, 'session_expired'),
      orderly(1006),
      orderly(3000),
    ]).toEqual([true, true, true, true, false, false, false, false, false])
  })

  it('is the network when nobody answered at all', () => {
    expect(close({ closeReason: 'connect ECONNREFUSED' })).toBe('network retry')
  })

  it('never tells a key', () => {
    const secret = `${'sk-'}${'x'.repeat(20)}`
    const lastError = apiError('invalid_api_key', 'invalid_request_error', `Incorrect API key provided: ${secret}.`)
    expect(classifyClose({ closeCode: 3000, closeReason: secret, httpStatus: null, lastError }).error).toEqual({
      tag: 'auth',
      detail: 'invalid_api_key: Incorrect API key provided: sk-[redacted]',
    })
  })
})

describe('what an error of the server means', () => {
  it('is said by its code, then by its type, then by its words', () => {
    const errors = [
      apiError('credit_balance_exhausted'),
      apiError('rate_limit_exceeded'),
      apiError(null, 'server_error'),
      apiError('brand_new', 'authentication_error'),
      apiError('input_audio_buffer_commit_empty'),
      apiError('conversation_already_has_active_response'),
      apiError(null, 'invalid_request_error', 'Audio content of 900ms is already shorter than 1000ms'),
      apiError('invalid_value'),
    ]
    expect(errors.map((error) => { const { error: { tag }, severity } = classifyApiError(error); return `${tag} ${severity}` })).toEqual([
      'quota fatal',
      'rate-limit failed',
      'server-gone failed',
      'auth fatal',
      'too-short benign',
      'protocol benign',
      'protocol benign',
      'protocol failed',
    ])
  })
})

it('names what is wrong with a microphone', () => {
  const names = ['NotAllowedError', 'SecurityError', 'NotFoundError', 'OverconstrainedError', 'NotReadableError', 'AbortError', 'TypeError', '']
  expect(names.map(classifyMicrophoneError)).toEqual([
    'mic-denied',
    'mic-denied',
    'mic-missing',
    'mic-missing',
    'mic-busy',
    'mic-busy',
    'unexpected',
    'unexpected',
  ])
})
