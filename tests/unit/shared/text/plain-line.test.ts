import { expect, test } from 'vitest'
import { titleFrom } from '../../../../src/main/history/core/title'
import { conversationTail } from '../../../../src/main/app/view/conversation-tail'
import { captionOf } from '../../../../src/renderer/src/words/caption'
import { itemId } from '../../../../src/shared/ids'
import { errorWords } from '../../../../src/shared/errors/error-words'
import { plainLine } from '../../../../src/shared/text/plain-line'

test.each([
  ['an override that turns the line round', 'pay \u202egnp.exe', 'pay gnp.exe'],
  ['isolates and marks', '\u2066a\u2069\u200e\u200fb\u061c', 'ab'],
  ['what takes no room', 'a\u200bd\u00admi\u2060n\ufeff', 'admin'],
  ['letters that are drawn as nothing', '\u3164\uffa0x\u2800', 'x'],
  ['tags, which carry words nobody sees', `x\u{e0041}\u{e0042}\u{e0100}`, 'x'],
  ['controls of a terminal', 'a\u001b[31mb\u0007\u009b', 'a[31mb'],
  ['line breaks of every kind', 'a\r\n\tb\u2028c\u0085d', 'a b c d'],
  ['a tower of accents', `e${'\u0301'.repeat(500)}`, `e${'\u0301'.repeat(4)}`],
  ['joiners in a row', 'a\u200d\u200d\u200c\u200db', 'a\u200db'],
])('%s', (_what, text, expected) => {
  expect(plainLine(text)).toBe(expected)
})

test.each(['👨‍👩‍👧‍👦 ❤️', 'می‌خواهم', 'שלום عليكم', 'Tiếng Việt', 'ก็ดี', 'क्‍ष'])('%s stays as it is', (text) => {
  expect(plainLine(text)).toBe(text)
})

test('it holds in titles, in the words of the floating window and where a device is named', () => {
  const hostile = `\u202e${'long '.repeat(100)}`
  const item = { id: itemId('a'), role: 'assistant', kind: 'speech', text: hostile, status: 'in-progress', heardChars: null, audioMs: null } as const
  const lines = [titleFrom(hostile), captionOf(conversationTail([item], 'speaking')), errorWords('mic-replaced', { device: hostile })]
  expect(lines.map((line) => ({ turned: line.includes('\u202e'), long: line.length > 260 }))).toEqual(Array(3).fill({ turned: false, long: false }))
})
