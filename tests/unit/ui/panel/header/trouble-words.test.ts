import { expect, test } from 'vitest'
import { troubleWords } from '../../../../../src/renderer/src/ui/panel/header/trouble-words'
import type { ConnectionView } from '../../../../../src/shared/view'

const WRONG = 'No connection to voice.example.org'

test.each<readonly [ConnectionView, string | null]>([
  [{ state: 'ready' }, null],
  [{ state: 'asleep' }, null],
  [{ state: 'offline' }, null],
  [{ state: 'connecting' }, null],
  [{ state: 'waiting', delayMs: 1_000, attempt: 1, reason: 'network' }, WRONG],
  [{ state: 'failed', reason: 'auth' }, WRONG],
  [{ state: 'failed', reason: 'no-key' }, null], // never given: nothing is broken
])('%j says %s', (connection, words) => {
  expect(troubleWords({ connection, endpointName: 'voice.example.org' })).toBe(words)
})
