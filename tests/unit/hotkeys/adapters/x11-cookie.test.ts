import { expect, test } from 'vitest'
import { findCookie } from '../../../../src/main/hotkeys/adapters/x11-cookie'

const field = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes])
const entry = (family: number, display: string, name: string, value: string): Buffer =>
  Buffer.concat([Buffer.from([family >> 8, family & 255]), ...['host', display, name, value].map((text) => field(Buffer.from(text)))])

const COOKIE = 'MIT-MAGIC-COOKIE-1'

test('the cookie of a display of this machine, among others', () => {
  const file = Buffer.concat([entry(0, '1', COOKIE, 'far away'), entry(256, '0', COOKIE, 'another'), entry(256, '1', 'XDM', 'other kind'), entry(256, '1', COOKIE, 'ours')])
  const found = (bytes: Buffer, display: string) => findCookie(bytes, display).toString()
  expect([found(file, '1'), found(entry(65_535, '', COOKIE, 'any'), '7'), found(file, '2'), found(file.subarray(0, 30), '1'), found(Buffer.alloc(0), '1')]).toEqual(['ours', 'any', '', '', ''])
})
