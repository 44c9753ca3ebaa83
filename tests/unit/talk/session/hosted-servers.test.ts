import { expect, test } from 'vitest'
import type { ServerItem, ServerResponse } from '../../../../src/main/talk/core/realtime/server-event'
import type { TalkFact } from '../../../../src/main/talk/facts'
import { HostedServers } from '../../../../src/main/talk/session/hosted-servers'
import { itemId, responseId } from '../../../../src/shared/ids'

const R1 = responseId('r1')
const BARE = { id: R1, reason: null, error: null, usage: null, metadata: null, conversation: null, outOfBand: false } as const

function hosted() {
  const ends: unknown[] = []
  const post = (fact: TalkFact) => void (fact.type === 'hostedCalled' && ends.push(fact.ended))
  const sut = new HostedServers(post)
  return { ends, added: (item: ServerItem) => sut.heard({ type: 'response.output_item.added', response: R1, item }), done: (item: ServerItem) => sut.heard({ type: 'response.output_item.done', response: R1, item }),
    over: (status: ServerResponse['status'], ...output: readonly ServerItem[]) => sut.heard({ type: 'response.done', response: { ...BARE, status, output } }) }
}

const call = (output: string | null, error: string | null = null): ServerItem =>
  ({ id: itemId('m1'), type: 'mcp_call', text: '', speech: null, callId: null, output, role: null, status: null, name: 'find', arguments: '{}', mcp: { label: 'docs', request: itemId('w1'), error, tools: [] } })

test('what came of a call is told once, though the end of its response says it again', () => {
  const { ends, added, done, over } = hosted()
  added(call(null))
  done(call('found'))
  over('completed', call('found'))
  expect(ends).toEqual([null, { ok: true, text: 'found' }])
})

test.each<readonly [string, ServerItem, ServerResponse['status'], object]>([
  ['with the end of its response alone', call('found'), 'completed', { ok: true, text: 'found' }],
  ['as failed, and with nothing else', call(null, 'No.'), 'completed', { ok: false, text: 'No.' }],
  ['as done, where a whole response has no words for it', call(null), 'completed', { ok: true, text: '' }],
  ['as cut off', call(null), 'cancelled', { ok: false, text: '' }],
])('it is told %s', (_what, item, status, expected) => {
  const { ends, over } = hosted()
  over(status, item)
  expect(ends).toEqual([expected])
})

test('one that ends without a word is not done before its response is', () => {
  const { ends, done, over } = hosted()
  done(call(null))
  over('incomplete', call(null))
  expect(ends).toEqual([null, { ok: false, text: '' }])
})
