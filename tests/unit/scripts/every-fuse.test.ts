import { expect, test } from 'vitest'
import { fusesToWrite } from '../../../build/name-every-fuse.mjs'

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const wire = (fuses: string, version = 1) => Buffer.concat([Buffer.from(SENTINEL), Buffer.from([version, fuses.length]), Buffer.from(fuses)])
const code = (...parts: readonly Buffer[]) => Buffer.concat([Buffer.from('code'), ...parts, Buffer.from('more code')])

test('eight fuses are named by electron-builder; the ninth is named here, in every wire of the binary', () => {
  const two = code(wire('101100010'), wire('101100010'))
  const writes = fusesToWrite(two)
  expect({ eight: fusesToWrite(code(wire('10110001'))), values: writes.map(({ value }) => String.fromCharCode(value)), over: writes.map(({ at }) => String.fromCharCode(two[at] ?? 0)) }).toEqual({
    eight: [],
    values: ['1', '1'],
    over: ['0', '0'],
  })
})

test('a fuse that nobody has named, a wire that nobody has read and a binary without one end the packaging', () => {
  expect(() => fusesToWrite(code(wire('1011000111')))).toThrow('10 fuses')
  expect(() => fusesToWrite(code(wire('10110001', 2)))).toThrow('version 2')
  expect(() => fusesToWrite(code())).toThrow('no fuses')
})
