import { expect, it } from 'vitest'
import { createScrubber, redact } from '../../../../src/shared/errors/redact'

/** Made at run time, so that a scanner finds no secret here. */
const BODY = 'aB3'.repeat(12)
const key = (prefix: string) => `${prefix}${BODY}`

it('takes out everything that looks like a key', () => {
  const texts = [
    `Incorrect API key provided: ${key('sk-')}.`,
    `key ${key('sk-proj-')} and ${key('ek_')}`,
    `Incorrect API key provided: ${'sk-'}${'*'.repeat(20)}abcd.`,
    `{"Authorization":"Bearer ${BODY}.${BODY}"}`,
    `authorization: bearer ${BODY}`,
    `Authorization: Basic ${BODY}==`,
    `openai-insecure-api-key.${BODY}`,
    `{"api-key":"${BODY}"} wss://host/path?api_key=${BODY}&model=x`,
  ]
  expect(texts.map(redact).filter((text) => text.includes('aB3') || text.includes('abcd') || !text.includes('[redacted]'))).toEqual([])
})

it('leaves what is around the key', () => {
  expect(redact(`{"api-key":"${BODY}","model":"m"}`)).toBe('{"api-key":"[redacted]","model":"m"}')
})

it('leaves ordinary words alone', () => {
  const text = 'desk-top, ask-me, week_day, risk-free: Basic information, invalid_api_key, response.output_audio.delta'
  expect(redact(text)).toBe(text)
})

it('scrubs a key that looks like nothing in particular once it is known', () => {
  const { add, scrub } = createScrubber()
  const secret = ['a1b2', 'c3d4', 'e5f6'].join('')
  const before = scrub(`refused: ${secret}`)
  add(secret)
  expect([before.includes(secret), scrub(`refused: ${secret}, ${secret}`)]).toEqual([true, 'refused: [redacted], [redacted]'])
})

it('makes of an image its kind and its length', () => {
  const url = `data:image/jpeg;base64,${'aB3/'.repeat(1_000)}`
  expect(redact(`Invalid value: '${url}' and "${url}".`)).toBe(`Invalid value: '[image/jpeg, 3000 bytes]' and "[image/jpeg, 3000 bytes]".`)
})
