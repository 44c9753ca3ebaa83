import { TokenType, type ParsedTokenInfo } from '@streamparser/json'
import { expect, test } from 'vitest'
import { ImportBounds, Refused } from '../../../../src/main/history/core/import-bounds'

const token = (type: TokenType, value: string): ParsedTokenInfo => ({ token: type, value, offset: 0 })
const COMMA = token(TokenType.COMMA, ',')

function inList(): ImportBounds {
  const sut = new ImportBounds()
  for (const [type, value] of [[TokenType.LEFT_BRACE, '{'], [TokenType.STRING, 'conversations'], [TokenType.COLON, ':'], [TokenType.LEFT_BRACKET, '[']] as const) sut.note(token(type, value))
  return sut
}

test('a conversation of twenty million values is taken, one of one more refused: no array of 134 million is ever begun', () => {
  const sut = inList()
  for (let value = 0; value < 20_000_000; value += 1) sut.note(COMMA)
  expect(() => { sut.note(COMMA) }).toThrow(new Refused('One of its conversations has more than 20 million values.'))
})

test('a conversation of 400 MB is taken, one of a little more refused', () => {
  const piece = 'x'.repeat(1024 * 1024)
  const sut = inList()
  const read = (): void => {
    sut.pieceBegins(piece)
    sut.pieceEnds()
  }
  for (let megabyte = 0; megabyte < 400; megabyte += 1) read()
  expect(read).toThrow(new Refused('One of its conversations is larger than 400 MB.'))
})

test('what has been read of one conversation is not counted for the next', () => {
  const piece = 'x'.repeat(1024 * 1024)
  const sut = inList()
  const read = (): void => {
    for (let megabyte = 0; megabyte < 300; megabyte += 1) sut.pieceBegins(piece)
    sut.pieceEnds()
  }
  read()
  sut.conversationEnds()
  expect(read).not.toThrow()
})
