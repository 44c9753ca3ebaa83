import { describe, expect, it } from 'vitest'
import type { ToolCall } from '../../../src/shared/conversation'
import { itemId } from '../../../src/shared/ids'
import { NOT_AVAILABLE } from '../../../src/shared/text/tool-words'
import type { RunningTool } from '../../../src/shared/tools/view'
import { callFacts, callLine, callSign } from '../../../src/renderer/src/words/call-words'
import { isLong, seenPieces } from '../../../src/renderer/src/words/seen-text'
import { effectWords, holdWords, leftWords, reachWords, tookWords } from '../../../src/renderer/src/words/tools-words'

it.each([
  [60_000, 'No answer within 60 seconds means no.'],
  [50_001, 'No answer within 60 seconds means no.'],
  [50_000, 'No answer within 50 seconds means no.'],
  [10_001, 'No answer within 20 seconds means no.'],
  [10_000, 'No answer within 10 seconds means no.'],
  [0, 'No answer within 10 seconds means no.'],
])('the time left is told in steps of ten seconds: %i ms', (ms, words) => {
  expect(leftWords(ms)).toBe(words)
})

it.each([[0, 'under 0.1 s'], [99.9, 'under 0.1 s'], [100, '0.1 s'], [400, '0.4 s'], [999, '1.0 s'], [1_000, '1 s'], [6_400, '6 s'], [119_000, '119 s'], [180_000, '3 min']])('what took %i ms', (ms, words) => {
  expect(tookWords(ms)).toBe(words)
})

it('whoever allows something reads whether it can be undone', () => {
  const words = ([0, 1, 2, 3, 4] as const).map((level) => effectWords({ level, undoable: level === 2 }))
  expect(words).toEqual([
    'It changes nothing. The assistant sees what is read.',
    'It changes nothing. The assistant sees what is read.',
    'You can undo it afterwards.',
    'It cannot be undone.',
    'It cannot be undone.',
  ])
})

it('whoever sets tools reads when each asks', () => {
  const words = ([0, 1, 2, 3, 4] as const).flatMap((level) => [true, false].map((isOwn) => reachWords({ level, isOwn })))
  expect(words.map((each) => each.replace(/^.* · Asks/, 'Asks'))).toEqual([
    'Never asks', 'Never asks', 'Asks once per conversation', 'Asks once per conversation',
    'Never asks · Can be undone', 'Asks once per conversation · Can be undone', 'Asks every time', 'Asks every time', 'Asks every time', 'Asks every time',
  ])
})

it.each([
  [{ locked: false, armed: false }, 'no', 'One moment…'],
  [{ locked: true, armed: false }, 'no', 'Parley is typing…'],
  [{ locked: false, armed: true }, 'no', 'Hold to allow'],
  [{ locked: false, armed: true }, 'yes', 'Keep holding…'],
  [{ locked: false, armed: true }, 'full', 'Let go to allow'],
] as const)('the button says what to do, or why it does not count yet: %j', (card, holding, words) => {
  expect(holdWords(card, holding)).toBe(words)
})

it('marks are told from words that look alike; nothing is lost', () => {
  const text = '⟨U+202E⟩moc⟨U+200B⟩ ⟨U+ABC⟩ ⟨x⟩'
  const pieces = seenPieces(text)
  expect([pieces.filter(({ mark }) => mark).map((each) => each.text), pieces.map((each) => each.text).join('')]).toEqual([['⟨U+202E⟩', '⟨U+200B⟩'], text])
})

it.each([['', false], ['a'.repeat(288), false], ['a'.repeat(289), true], ['a\n'.repeat(5), false], ['a\n'.repeat(6), true]])('what takes more than six lines is long', (text, long) => {
  expect(isLong(text)).toBe(long)
})

const CALL: ToolCall = { callId: 'c1', name: 'open_url', arguments: '{"url":"https://example.org","new":true}', output: '{"opened":"example.org"}' }
const DONE: ToolCall = { ...CALL, account: { title: 'Open a web page', approval: 'held', outcome: 'done', result: 'Opened example.org', elapsedMs: 412 } }
const RUNNING: RunningTool = { item: itemId('i1'), title: 'Open a web page', state: 'runs', progress: '3 of 10' }

describe('a call in one line', () => {
  it.each([
    ['it runs', { ...CALL, output: null }, RUNNING, 'tool', 'Open a web page', 'Running: 3 of 10'],
    ['it waits for a hand', { ...CALL, output: null }, { ...RUNNING, state: 'waits', progress: null }, 'tool', 'Open a web page', 'Waiting for you'],
    ['it is done', DONE, null, 'check', 'Opened example.org', '0.4 s'],
    ['it was denied', { ...DONE, account: { title: 'Open a web page', approval: 'denied', outcome: 'not-run', result: 'Denied', elapsedMs: null } }, null, 'close', 'Open a web page', 'Not done'],
    ['it goes on as a job', { ...DONE, account: { title: 'Count', approval: 'not-asked', outcome: 'open', result: null, elapsedMs: null } }, null, 'tool', 'Count', 'Continued in the background'],
    ['there is no such tool', { ...CALL, output: NOT_AVAILABLE }, null, 'close', 'The tool “open_url” is not available here, so it was not used.', ''],
  ] as const)('%s', (_name, tool, running, sign, words, aside) => {
    expect([callSign(tool, running), callLine(tool, 'done', running)]).toEqual([sign, { words, aside }])
  })
})

it('unfolded it says with what, what the assistant was told, who allowed it and how long it took', () => {
  expect(callFacts(DONE).map(({ name, text }) => `${name}: ${text}`)).toEqual([
    'Tool: Open a web page', 'URL: https://example.org', 'New: yes', 'Sent to the assistant: Opened: example.org',
    'Permission: You held the key', 'Result: Opened example.org', 'Duration: 0.4 s',
  ])
})

it('arguments that are no object stand as they came', () => {
  const given = (text: string) => callFacts({ ...CALL, arguments: text, output: null }).slice(1)
  expect([given('{"url":'), given('[1]'), given(' ')]).toEqual([[{ name: 'Arguments', text: '{"url":' }], [{ name: 'Arguments', text: '[1]' }], []])
})
