import { expect, test } from 'vitest'
import { indexed, words } from '../../../../src/main/history/core/words'

test.each([
  ['words and digits', 'Meet me at 10:30, Anna!', 'meet me at 10 30 anna'],
  ['accents, however they are written', 'Ça va — Cafe\u0301 ÉTÉ', 'ca va cafe ete'],
  ['letters with a stroke, ligatures, ß and the final sigma', 'Łódź Ærø Straße ﬁn ΛΟΓΟΣ λόγος', 'lodz aero strasse fin λογοσ λογοσ'],
  ['dotted and dotless i', 'İstanbul ırmak', 'istanbul irmak'],
  ['each Chinese character by itself', '今天天气', '今 天 天 气'],
  ['Chinese beside Latin', 'GPT4很好ok', 'gpt4 很 好 ok'],
  ['kana with a separate voicing mark, long vowels, half width', 'か\u3099ー ｶﾅ', 'が ー カ ナ'],
  ['Thai, every mark', 'กิน', 'ก ิ น'],
  ['Lao, Khmer and Burmese', 'ລາວ ខ្មែរ မြန်', 'ລ າ ວ ខ ្ ម ែ រ မ ြ န ်'],
  ['Arabic with and without its vowels, stretched', 'كَتَبَ كتب كـتب أحمد', 'كتب كتب كتب احمد'],
  ['a Persian word with a joiner inside', 'می\u200Cخواهم', 'میخواهم'],
  ['Hebrew points', 'שָׁלוֹם', 'שלום'],
  ['Hindi keeps its vowels', 'हिन्दी', 'हिन्दी'],
  ['Cyrillic', 'Ёлка', 'елка'],
  ['emoji with tone, joined, and flags', 'a👍🏽b 👩‍👧 🇩🇪', 'a 👍 b 👩 👧 🇩 🇪'],
  ['no words', ' …—"*()\n', ''],
  ['half a surrogate pair', 'a\uD83Db', 'a b'],
])('%s', (_what, text, expected) => {
  expect(indexed(text).normalize('NFC')).toBe(expected.normalize('NFC'))
})

test('a word says where it stands', () => {
  expect(Array.from(words('Ça, 天'))).toEqual([{ folded: 'ca', start: 0, end: 2 }, { folded: '天', start: 4, end: 5 }])
})

test('an endless word is cut, the same for what is stored and what is asked', () => {
  expect(indexed('x'.repeat(10_000))).toBe('x'.repeat(64))
})

test('a folded word can be quoted: nothing in it is FTS syntax', () => {
  const all = Array.from({ length: 0x30_000 }, (_, code) => (code >= 0xd800 && code < 0xe000 ? ' ' : String.fromCodePoint(code))).join('')
  expect(indexed(all).match(/["*^()+:{}-]/u)).toBeNull()
})
