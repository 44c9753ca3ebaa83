import { expect, test } from 'vitest'
import { itemId } from '../../../src/shared/ids'
import { openStore, shown, valueOf } from './support/store'
import { head, item, talkId } from './support/talks'

const TEXTS = {
  german: 'Wie wird das Wetter morgen in Łódź?',
  french: 'Un café crème, s’il vous plaît — très chaud.',
  chinese: '今天天气很好，我们去北京吧。',
  japanese: '東京でラーメンを食べたいです。',
  thai: 'สวัสดีครับ วันนี้อากาศดี',
  arabic: 'كَتَبَ أحمد رسالة',
  hindi: 'हिन्दी में लिखो',
  korean: '내일 날씨가 좋아요',
  emoji: 'Great 👍🏽 party 🎉',
  syntax: 'say "hello" AND (NOT *goodbye*): NEAR^2',
} as const

test('words are found in every script, whatever their accents and case', async () => {
  const store = await openStore()
  const writes = Object.entries(TEXTS).map(([id, text], position) => item(id, { position, text, role: 'assistant' }))
  valueOf(await store.saveItems(head(talkId(1)), writes))
  const found: Record<string, string> = {}
  for (const query of [
    'WETTER', 'lodz', 'morg', 'orgen', 'cafe plait', 'creme caf', '气', '天气', '气天', '京', 'ラーメン', 'ー', '食べ', 'วัน', 'ก', 'คر', 'كتب', 'احمد', 'रسا', 'हिन्दी',
    'हि', '날', '👍', '🎉', 'and', '"hello"', 'NOT goodbye', 'hello*', 'near', 'nothing',
  ]) {
    found[query] = valueOf(await store.search(query, 10)).map(({ item: id }) => id).join(' ')
  }
  expect(found).toEqual({
    WETTER: 'german', lodz: 'german', morg: 'german', orgen: '', 'cafe plait': 'french', 'creme caf': 'french', 气: 'chinese', 天气: 'chinese', 气天: '',
    京: 'japanese chinese', ラーメン: 'japanese', ー: 'japanese', 食べ: 'japanese', วัน: 'thai', ก: 'thai', คر: '', كتب: 'arabic', احمد: 'arabic', रسا: '',
    हिन्दी: 'hindi', हि: 'hindi', 날: 'korean', '👍': 'emoji', '🎉': 'emoji', and: 'syntax', '"hello"': 'syntax', 'NOT goodbye': 'syntax', 'hello*': 'syntax',
    near: 'syntax', nothing: '',
  })
})

test('what a person types is never an operator and never an error', async () => {
  const store = await openStore()
  valueOf(await store.saveItems(head(talkId(1)), [item('a', { text: 'words' })]))
  const hostile = ['', ' ', '"', '""', '*', '(', ')', 'a*b', '-', '^', ':', 'item_words:', 'NEAR(', 'AND', 'OR OR', '\u0000', '\uD800', '%', "'; DROP TABLE items; --", 'x'.repeat(100_000), '(((('.repeat(100)]
  const answers = await Promise.all(hostile.map((text) => store.search(text, 10)))
  expect(answers).toEqual(hostile.map(() => ({ ok: true, value: [] })))
})

test('hits are marked in the original text and in the title, newest first', async () => {
  const store = await openStore()
  valueOf(await store.saveItems(head(talkId(1)), [item('old', { text: 'The WÉATHER in Rome' })]))
  valueOf(await store.saveItems(head(talkId(2)), [item('new', { position: 9, text: `${'so '.repeat(60)}the weather` })]))
  const hits = valueOf(await store.search('weath', 10)).map((hit) => [hit.item, shown(hit.title), shown(hit.snippet).slice(-20)])
  expect(hits).toEqual([
    ['new', expect.stringMatching(/^so .*…$/u), ' so so the [weather]'],
    ['old', 'The [WÉATHER] in Rome', 'he [WÉATHER] in Rome'],
  ])
})

test('a title is found too, and stands for its conversation once', async () => {
  const store = await openStore()
  valueOf(await store.saveItems(head(talkId(1)), [item('a', { text: 'nothing of it' }), item('b', { position: 1, text: 'newest' })]))
  valueOf(await store.rename(talkId(1), 'Weather'))
  const byTitle = valueOf(await store.search('weather', 10))
  valueOf(await store.saveItems(head(talkId(1)), [item('a', { text: 'the weather' })]))
  const byItem = valueOf(await store.search('weather', 10))
  valueOf(await store.rename(talkId(1), 'Other'))
  valueOf(await store.saveItems(head(talkId(1)), [item('a', { text: 'no more' })]))
  expect([byTitle, byItem, valueOf(await store.search('weather', 10))].map((hits) => hits.map((hit) => `${hit.item}: ${shown(hit.title)}`))).toEqual([
    ['b: [Weather]'], ['a: [Weather]'], [],
  ])
})

test('the limit keeps the newest, whenever they were written', async () => {
  const store = await openStore()
  for (const number of [5, 1, 4, 2, 3]) valueOf(await store.saveItems(head(talkId(number)), [item(`i${String(number)}`, { position: number, text: 'same' })]))
  expect(valueOf(await store.search('same', 3)).map((hit) => hit.item)).toEqual(['i5', 'i4', 'i3'])
})

test('what is removed is not found', async () => {
  const store = await openStore()
  valueOf(await store.saveItems(head(talkId(1)), [item('a', { text: 'same' }), item('b', { position: 1, text: 'same' })]))
  valueOf(await store.saveItems(head(talkId(2)), [item('c', { text: 'same' })]))
  valueOf(await store.removeItem(talkId(1), itemId('b')))
  valueOf(await store.remove([talkId(2)]))
  expect(valueOf(await store.search('same', 10)).map((hit) => hit.item)).toEqual(['a'])
})
