import { describe, expect, it } from 'vitest'
import { SEGMENT_ENDS } from '../../../src/shared/history'
import { count, exactBytes, humanBytes, length, listed } from '../../../src/shared/text/amount-words'
import { createClockWords, englishOf } from '../../../src/renderer/src/words/clock-words'
import { endWords, hostWords, importWords, lastedWords, removedWords, retentionWarning } from '../../../src/renderer/src/words/history-words'
import { listEntries } from '../../../src/renderer/src/state/history/conversations/list-entries'
import { conversation } from '../state/history/samples'

const at = (year: number, month: number, day: number, hour = 12) => new Date(year, month - 1, day, hour).getTime()
const now = new Date(at(2026, 11, 21, 9))
const words = createClockWords('en-GB')

describe('days', () => {
  it.each([
    ['this morning', at(2026, 11, 21, 1), 'Today'],
    ['ten hours ago, but before midnight', at(2026, 11, 20, 23), 'Yesterday'],
    ['six days ago', at(2026, 11, 15), 'Sunday'],
    ['a week ago', at(2026, 11, 14), '14 November'],
    ['last year', at(2025, 12, 31), '31 December 2025'],
    ['a clock that was ahead', at(2026, 11, 23), '23 November'],
  ])('%s', (_name, moment, expected) => {
    expect(words.day(moment, now)).toBe(expected)
  })

  it('follow the English of the person only', () => {
    expect(['en-US', 'de-DE', 'en'].map(englishOf)).toEqual(['en-US', 'en-GB', 'en'])
  })

  it('head the list, pinned ones apart', () => {
    const rows = [conversation('p', { pinned: true }), conversation('a', { updatedAt: at(2026, 11, 21, 1) }), conversation('b', { updatedAt: at(2026, 11, 21, 0) }), conversation('c', { updatedAt: at(2026, 11, 20) })]
    const lines = listEntries(rows, words, now).map((entry) => (entry.kind === 'day' ? entry.words : entry.place))
    expect(lines).toEqual(['Pinned', 0, 'Today', 1, 2, 'Yesterday', 3])
  })
})

describe('amounts', () => {
  it.each([[0, '0 B'], [999, '999 B'], [1_000, '1.0 kB'], [48_000, '48.0 kB'], [99_960, '100 kB'], [999_960, '1.0 MB'], [2_500_000_000, '2.5 GB']])('%i bytes', (bytes, expected) => {
    expect(humanBytes(bytes)).toBe(expected)
  })

  it.each([[0, '0.0 s'], [820, '0.8 s'], [9_960, '10 s'], [59_400, '59 s'], [65_000, '1 min 05 s'], [7_380_000, '2 h 03 min']])('%i ms', (ms, expected) => {
    expect(length(ms)).toBe(expected)
  })

  it('in words', () => {
    expect([exactBytes(48_000), count(1, 'entry', 'entries'), listed(['a', '', 'b', 'c']), listed(['a'])]).toEqual(['48,000 bytes', '1 entry', 'a, b and c', 'a'])
  })
})

describe('what the history says', () => {
  it('has different words for every end', () => {
    expect(new Set([...SEGMENT_ENDS, null].map(endWords)).size).toBe(SEGMENT_ENDS.length + 1)
  })

  it.each([['127.0.0.1:40519', 'This computer'], ['localhost:8080', 'This computer'], ['api.openai.com', 'api.openai.com'], ['127.example.com', '127.example.com']])('%s', (host, expected) => {
    expect(hostWords(host)).toBe(expected)
  })

  it.each([
    ['forever', '30-days', true],
    ['30-days', '7-days', true],
    ['7-days', '30-days', false],
    ['30-days', '30-days', false],
    ['7-days', 'forever', false],
    ['nothing', '7-days', true],
    ['forever', 'nothing', false],
  ] as const)('warns before what is older goes: %s to %s', (before, next, warned) => {
    expect(retentionWarning(before, next) !== null).toBe(warned)
  })

  it('tells what was removed', () => {
    expect(removedWords({ conversations: 1, items: 2, drafts: 0, segments: 3, audioFiles: 1, actions: 2, facts: 0, reminders: 1, bytes: 1_500 }))
      .toBe('Deleted 1 conversation with 2 messages, 0 drafts, 1 sound file, 3 ledger entries, 2 actions and 1 reminder. 1.5 kB freed.')
  })

  it('tells what was here already', () => {
    expect(importWords({ cancelled: false, conversations: 2, items: 9, skipped: 1 })).toBe('Imported 2 conversations with 9 messages. 1 was here already.')
  })
})

it.each([
  [-1, null], [29_999, null], [30_000, '1 minute'], [60_000, '1 minute'], [89 * 60_000, '89 minutes'], [90 * 60_000, '2 hours'], [23 * 3_600_000, '23 hours'], [24 * 3_600_000, null],
])('a conversation of %i ms lasted %s', (ms, words) => {
  expect(lastedWords(ms)).toBe(words)
})
