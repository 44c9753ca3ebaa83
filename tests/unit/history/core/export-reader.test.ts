import { expect, test } from 'vitest'
import { NOT_OURS } from '../../../../src/main/history/core/export-json'
import { ExportReader } from '../../../../src/main/history/core/export-reader'
import { ImportBounds } from '../../../../src/main/history/core/import-bounds'
import { frameFault } from '../../../../src/main/history/core/import-schema'
import type { Result } from '../../../../src/shared/result'

const FRAME = '{"format":"parley-history","version":1,"exportedAt":"2026-03-01T10:00:00.000Z","conversations":['

/** Where the first piece is that is refused, and why. */
function refusedAt(pieces: Iterable<string>, sut = new ExportReader()): { readonly piece: number; readonly reason: string } | null {
  let piece = 0
  for (const text of pieces) {
    const read = sut.push(text)
    if (!read.ok) return { piece, reason: read.error }
    piece += 1
  }
  return null
}

function* begunWith(begin: string, piece: string, times: number): Generator<string> {
  yield begin
  for (let time = 0; time < times; time += 1) yield piece
}

/** All of a file in one piece. */
function readWhole(text: string): { readonly read: Result<readonly unknown[], string>; readonly frame: unknown } {
  const sut = new ExportReader()
  const read = sut.push(text)
  return { read, frame: sut.frame() }
}

test('commas and brackets inside texts do not end a conversation', () => {
  const text = '{"a":"[,]","conversations":[{"x":"],[\\"}"},\n[1,{"y":2}] ,3]}'
  expect(readWhole(text)).toEqual({ read: { ok: true, value: [{ x: '],["}' }, [1, { y: 2 }], 3] }, frame: { a: '[,]', conversations: [] } })
})

test.each([1, 2, 3, 5, 1_000])('a text of any characters comes through in pieces of %i as JSON.parse reads it', (size) => {
  const text = String.raw`"\u0041\ud83d\ude00 \ud83d \ude00 \\\"\/\b\f\n\r\t é 天气 😀 ` + '\u2028 __proto__"'
  const whole = `${FRAME}{"__proto__":${text},"n":[-0,1e3,1.5E-2,12345678901234567890]}]}`
  const sut = new ExportReader()
  const read: unknown[] = []
  for (let at = 0; at < whole.length; at += size) {
    const piece = sut.push(whole.slice(at, at + size))
    if (piece.ok) read.push(...piece.value)
  }
  expect(JSON.stringify(read)).toBe(JSON.stringify([JSON.parse(`{"__proto__":${text},"n":[-0,1e3,1.5E-2,12345678901234567890]}`)]))
})

test('a byte order mark, space around and a list that comes twice are passed over', () => {
  const { read, frame } = readWhole(`\uFEFF \n${FRAME}{"a":1}],"conversations":[ {"b":2} ]} \r\n\t`)
  expect({ read, fault: frameFault(frame) }).toEqual({ read: { ok: true, value: [{ a: 1 }, { b: 2 }] }, fault: null })
})

test('an empty list has no conversations', () => {
  expect(readWhole('{"conversations":[ \n]}').read).toEqual({ ok: true, value: [] })
})

test.each([
  ['nothing', ''],
  ['cut off in a conversation', `${FRAME}{"a":1`],
  ['cut off in a text', `${FRAME}{"a":"tex`],
  ['cut off behind a conversation', `${FRAME}{"a":1}`],
  ['cut off behind the list', `${FRAME}{"a":1}]`],
  ['a list that is an object', `${FRAME.slice(0, -1)}{"a":{"b":1}}}`],
  ['a list that is a text', `${FRAME.slice(0, -1)}"[]"}`],
  ['a list of another name', `${FRAME.replace('conversations', 'Conversations')}{"a":1}]}`],
  ['a list inside a list', `[${FRAME}]}]`],
])('a file that is %s is not ours', (_what, text) => {
  const { read, frame } = readWhole(text)
  expect({ read: read.ok, fault: frameFault(frame) }).toEqual({ read: true, fault: NOT_OURS })
})

test.each([
  ['words', 'hello', NOT_OURS],
  ['two files in one', `${FRAME}]}${FRAME}]}`, NOT_OURS],
  ['more behind its end', `${FRAME}{"a":1}]} x`, NOT_OURS],
  ['zeros behind its end', `${FRAME}{"a":1}]}\0\0`, NOT_OURS],
  ['a bracket too many', `${FRAME}]]}`, NOT_OURS],
  ['two marks', `\uFEFF\uFEFF${FRAME}]}`, NOT_OURS],
  ['wrong inside, and of another kind', '{"conversations":[{"a":1},{"a":]}', NOT_OURS],
  ['wrong inside', `${FRAME}{"a":1},{"a":]}`, 'Conversation 2 is not valid JSON.'],
  ['a comma too many', `${FRAME}{"a":1},]}`, 'Conversation 2 is not valid JSON.'],
  ['two without a comma', `${FRAME}{"a":1}{"a":1}]}`, 'Conversation 2 is not valid JSON.'],
  ['a line break in a text', `${FRAME}{"a":"\n"}]}`, 'Conversation 1 is not valid JSON.'],
])('%s: it is told', (_what, text, reason) => {
  expect(readWhole(text).read).toEqual({ ok: false, error: reason })
})

test.each([
  ['text', 'some text ', NOT_OURS, 0],
  ['a list', '[1,2,3],', NOT_OURS, 0],
])('another file, of %s, ends early', (_what, text, reason, piece) => {
  expect(refusedAt(begunWith(`${text.startsWith('[') ? '[' : ''}${text.repeat(2_000)}`, text, 3))).toEqual({ piece, reason })
})

test.each([
  ['one text without an end', `${FRAME}],"x":"`, 'y'.repeat(6_000), 2],
  ['many fields', `${FRAME}],"x":1`, ',"x":"1234567890"'.repeat(400), 2],
  ['fields between lists', `${FRAME}],"x":1`, ',"x":"1234567890","conversations":[{}]'.repeat(200), 2],
  ['a list of another name', `${FRAME}],"x":[1`, ',1'.repeat(3_000), 2],
])('a frame of %s is refused after some thousand characters', (_what, begin, piece, at) => {
  expect(refusedAt(begunWith(begin, piece, 5))).toEqual({ piece: at, reason: NOT_OURS })
})

test.each([['list', '['], ['object', '{"a":']])('a conversation that is one %s in another, and another, is refused at once', (_what, opening) => {
  expect(refusedAt([`${FRAME}${opening.repeat(101)}`])).toEqual({ piece: 0, reason: 'One of its conversations is nested too deeply.' })
})

test('a conversation of too many values is refused before anybody makes an array of them', () => {
  const sut = new ExportReader(new ImportBounds(1_000))
  expect(refusedAt(begunWith(`${FRAME}{"items":[`, '1,'.repeat(400), 5), sut)).toEqual({ piece: 3, reason: 'One of its conversations has more than 20 million values.' })
})

test('the values of a conversation are not those of the next', () => {
  const piece = `,[${'1,'.repeat(600)}1]`
  expect(refusedAt(begunWith(`${FRAME}0`, piece, 9), new ExportReader(new ImportBounds(1_000)))).toBeNull()
})

test('halves of characters, which the parser joins one by one, count as values', () => {
  const sut = new ExportReader(new ImportBounds(1_000))
  expect(refusedAt(begunWith(`${FRAME}{"text":"`, String.raw`\ud800`.repeat(400), 5), sut)).toEqual({ piece: 3, reason: 'One of its conversations has more than 20 million values.' })
})

test('the frame behind the last conversation of a large piece is short', () => {
  const { read, frame } = readWhole(`${FRAME}"${'x'.repeat(300_000)}"]}`)
  expect({ read: read.ok, fault: frameFault(frame) }).toEqual({ read: true, fault: null })
})
