import { expect, test } from 'vitest'
import type { ToolCall } from '../../../src/shared/conversation'
import { callAsSent, callFacts } from '../../../src/renderer/src/words/call-words'
import { jsonWords } from '../../../src/renderer/src/words/plain-value'

test.each([
  ['{"due_at":"16:05","repeats":false,"left":3,"note":null}', 'Due at: 16:05\nRepeats: no\nLeft: 3\nNote: none'],
  ['{"timers":[{"id":"a","text":"Tea"},{"id":"b","text":"Eggs"}],"none":[]}', 'Timers:\n  – ID: a\n    Text: Tea\n  – ID: b\n    Text: Eggs\nNone: none'],
  ['{"source":"the clipboard","untrusted":true,"text":"one\\ntwo"}', 'Source: the clipboard\nUntrusted: yes\nText:\n  one\n  two'],
  ['{"error":"There is no such tool.","retry":false}', 'Error: There is no such tool.'],
  ['["a",1]', '– a\n– 1'],
  ['no JSON at all {', 'no JSON at all {'],
  ['"words"', 'words'],
  ['', ''],
])('%s is read as lines', (json, words) => {
  expect(jsonWords(json)).toBe(words)
})

const CALL: ToolCall = {
  callId: 'c1', name: 'set_timer', arguments: '{"seconds":60,"text":"Tea"}', output: '{"due":"16:05"}',
  account: { title: 'Set a timer', approval: 'not-asked', outcome: 'done', result: 'Timer set for 16:05', elapsedMs: 4 },
}

test('of what was not allowed a person reads their own answer, not what the model was told', () => {
  const denied: ToolCall = { ...CALL, output: '{"status":"not_run","why":"The person said no."}', account: { title: 'Open a web page', approval: 'denied', outcome: 'not-run', result: 'The person said no.', elapsedMs: null } }
  expect(callFacts(denied).map(({ name, text }) => `${name}: ${text}`)).toEqual(['Tool: Open a web page', 'Seconds: 60', 'Text: Tea', 'Permission: You did not allow it', 'Result: Not done'])
})

test('a person reads no JSON, unless they ask for what was sent', () => {
  expect({ facts: callFacts(CALL).map(({ name, text }) => `${name}: ${text}`), sent: callAsSent(CALL) }).toEqual({
    facts: ['Tool: Set a timer', 'Seconds: 60', 'Text: Tea', 'Sent to the assistant: Due: 16:05', 'Permission: No permission needed', 'Result: Timer set for 16:05', 'Duration: under 0.1 s'],
    sent: 'set_timer({"seconds":60,"text":"Tea"})\n\n{"due":"16:05"}',
  })
})
