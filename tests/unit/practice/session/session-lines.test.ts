import { expect, it } from 'vitest'
import { sessionLines } from '../../../../scripts/practice/session-lines'
import { newRecord } from '../../../../src/main/practice/items/conversation'
import type { WireItem } from '../../../../src/main/practice/session/wire'

const item = (fields: Partial<WireItem>): WireItem => ({ id: 'item', type: 'function_call', status: 'completed', call_id: 'call_a', ...fields })

it.each<readonly [string, readonly WireItem[], string]>([
  ['nothing to complain of', [item({}), item({ type: 'function_call_output' })], ''],
  ['calls left open', [item({}), item({ call_id: 'call_b' })], '; calls left open: call_a, call_b'],
])('as a session ends, one line: %s', (_what, items, complaint) => {
  const lines: string[] = []
  const hear = sessionLines((line) => lines.push(line))({ id: 'sess_1', model: 'practice', records: items.map((each) => newRecord(each, [], true)) })
  hear({ kind: 'violated', rule: 'bad-tool', about: 'session.tools[0].name' })
  hear({ kind: 'closed', code: 1_000 })
  expect(lines).toEqual([`session sess_1 (practice) ended with 1000: 0 responses, 0.0 s heard, 0.0 s committed, 0 truncations${complaint}; bad-tool (session.tools[0].name)`])
})
