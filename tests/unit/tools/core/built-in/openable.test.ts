import { expect, test } from 'vitest'
import { isLocalPath } from '../../../../../src/main/tools/core/built-in/openable'

test.each([
  ['C:\\Users\\anna\\a.pdf', true],
  ['c:/a.pdf', true],
  ['~\\a.pdf', true],
  ['C:a.pdf', false],
  ['a.pdf', false],
  ['\\\\host\\share\\a.pdf', false],
  ['\\/host/share', false],
  ['\\\\?\\C:\\a.pdf', false],
  ['\\\\.\\PhysicalDrive0', false],
  ['C:\\a.pdf:evil.exe', false],
  ['~\\a.pdf:evil', false],
  ['C:\\con.pdf', false],
  ['C:\\x\\NUL', false],
  ['C:\\COM1\\a.pdf', false],
  ['C:\\console.pdf', true],
])('on Windows %s', (path, expected) => {
  expect(isLocalPath(path, 'win32')).toBe(expected)
})
