import { expect, test } from 'vitest'
import { Asks } from '../../../../../src/shared/ipc/contract'
import { HistoryAsks } from '../../../../../src/shared/ipc/history'
import { apiKey, atMost, searchText, serverAddress, conversationTitle, typedMessage } from '../../../../../src/renderer/src/ui/settings/fields/checks'

test('what is too long is told with its length, and what just fits is not', () => {
  const address = (chars: number) => serverAddress(`wss://other.example/${'a'.repeat(chars - 20)}`)
  const instructions = atMost(16_000)
  expect([apiKey('k'.repeat(8_192)), apiKey('k'.repeat(8_193)), address(2_048), address(2_049), serverAddress(`wss://${'a.'.repeat(200)}b`), instructions('a'.repeat(16_000)), instructions('a'.repeat(16_001))]).toEqual([
    null,
    'This is longer than any API key (8,192 characters), so it was not saved. Copy only the key and paste it again.',
    null,
    'This has 2,049 characters. The limit is 2,048.',
    'The server name has 401 characters. The limit is 253.',
    null,
    'This has 16,001 characters. The limit is 16,000.',
  ])
})

test('an address with two keys under one name is told before it is saved', () => {
  expect(['wss://h.example/?token=a&token=b', 'wss://h.example/?token=a&sig=b'].map(serverAddress)).toEqual([
    'This address contains two keys with the same name, and only one of them could be kept. Remove one of them.',
    null,
  ])
})

test('a typed message is as long as main takes it, and longer is told, not cut', () => {
  const taken = (text: string) => Asks['text:send'].args.safeParse([text]).success
  const [fits, longer] = ['a'.repeat(20_000), 'a'.repeat(20_001)]
  expect([typedMessage(fits), taken(fits), typedMessage(longer), taken(longer)]).toEqual([null, true, 'This has 20,001 characters. The limit is 20,000.', false])
})

test('a title and a search are as long as main takes them, and longer is told, not cut', () => {
  const renamed = (text: string) => HistoryAsks['history:rename'].args.safeParse(['c', text]).success
  const searched = (text: string) => HistoryAsks['history:search'].args.safeParse([text, 1]).success
  const [title, search] = ['a'.repeat(200), 'a'.repeat(500)]
  expect([conversationTitle(title), renamed(title), conversationTitle(`${title}b`), renamed(`${title}b`)]).toEqual([null, true, 'This has 201 characters. The limit is 200.', false])
  expect([searchText(search), searched(search), searchText(`${search}b`), searched(`${search}b`)]).toEqual([null, true, 'This has 501 characters. The limit is 500.', false])
})
