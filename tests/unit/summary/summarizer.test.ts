import { describe, expect, test } from 'vitest'
import { parseServerEvent, type ServerEvent } from '../../../src/main/talk/core/realtime/server-event'
import type { ClientEvent } from '../../../src/main/talk/core/realtime/client-event'
import { Summarizer } from '../../../src/main/summary/summarizer'
import type { ConversationItem } from '../../../src/shared/conversation'
import { itemId } from '../../../src/shared/ids'
import { FakeTimers } from '../../fakes/fake-timers'
import { silentLogger } from '../../fakes/fake-world'

const SUMMARY = { metadata: { purpose: 'summary' }, conversation_id: null }

/** `turns` turns of 2,000 characters, numbered. */
const talk = (turns: number): readonly ConversationItem[] =>
  Array.from({ length: 2 * turns }, (_, index) => ({
    id: itemId(`i${String(index)}`),
    role: index % 2 === 0 ? ('user' as const) : ('assistant' as const),
    kind: 'speech' as const,
    text: `${String(index)} `.padEnd(1_000, 'x'),
    status: 'done' as const,
    heardChars: null,
    audioMs: null,
  }))

function server(event: object): ServerEvent {
  const parsed = parseServerEvent(JSON.stringify(event))
  if (parsed.kind !== 'known') throw new Error(`a test says nonsense: ${JSON.stringify(event)}`)
  return parsed.event
}

const created = (id: string, over: object = SUMMARY) => server({ type: 'response.created', response: { id, ...over } })
const delta = (id: string | undefined, text: string, item = `item_of_${String(id)}`) => server({ type: 'response.output_text.delta', response_id: id, item_id: item, delta: text })
const done = (id: string, text: string, over: object = { status: 'completed', ...SUMMARY }) =>
  server({ type: 'response.done', response: { id, output: [{ id: `item_of_${id}`, type: 'message', content: [{ type: 'output_text', text }] }], ...over } })

function summarizer() {
  const timers = new FakeTimers()
  const sent: ClientEvent[] = []
  const socket = { ready: true }
  const sut = new Summarizer(timers, silentLogger)
  sut.start({ send: (event) => sent.push(event), isReady: () => socket.ready })
  /** What was asked, in short: which items. */
  const asked = () => sent.map((event) => JSON.stringify(event).match(/\d+ (?=x)/g)?.map(Number))
  return { sut, timers, sent, socket, asked }
}

describe('a summary', () => {
  test('is asked for when the conversation outgrows what a session is told, and only then', () => {
    const { sut, asked } = summarizer()
    sut.consider(talk(6))
    const early = asked()
    sut.consider(talk(7))
    expect([early, asked()]).toEqual([[], [[0, 1, 2, 3, 4, 5]]])
  })

  test('is one at a time, and waits for a connection', () => {
    const { sut, socket, sent } = summarizer()
    socket.ready = false
    sut.consider(talk(7))
    socket.ready = true
    sut.consider(talk(7))
    sut.consider(talk(20))
    expect(sent.length).toBe(1)
  })

  test('covers what it was made from; the next one goes on from it', () => {
    const { sut, sent, asked } = summarizer()
    sut.consider(talk(7))
    sut.claims(created('r1'))
    sut.claims(done('r1', 'They spoke of trees.'))
    const first = sut.current
    sut.consider(talk(7))
    sut.consider(talk(11))
    sut.claims(done('r2', 'Of trees and birds.'))
    const second = JSON.stringify(sent[1])
    expect([first?.text, first?.covers.size, sent.length, asked()[1], second.includes('Summary of what was said before: They spoke of trees.'), sut.current?.text, sut.current?.covers.size]).toEqual([
      'They spoke of trees.',
      6,
      2,
      [6, 7, 8, 9, 10, 11, 12, 13],
      true,
      'Of trees and birds.',
      14,
    ])
  })

  test('takes the words from the deltas where the end of the response has none, and cuts what will not end', () => {
    const { sut } = summarizer()
    sut.consider(talk(7))
    sut.claims(created('r1'))
    for (let part = 0; part < 60; part += 1) sut.claims(delta('r1', 'x'.repeat(100)))
    sut.claims(done('r1', ''))
    expect(sut.current?.text.length).toBe(3_600)
  })
})

describe('its events', () => {
  test('are known by purpose, then by response and by item; all others are not', () => {
    const { sut } = summarizer()
    sut.consider(talk(7))
    const itemAdded = { type: 'response.output_item.added', response_id: 'r1', item: { id: 'item_of_r1', type: 'message' } }
    const events = [
      created('r0', { metadata: null }),
      created('r1'),
      server(itemAdded),
      delta('r1', 'Hello'),
      delta(undefined, ' there', 'item_of_r1'),
      delta('r0', 'Hi'),
      server({ type: 'conversation.item.added', item: { id: 'item_of_r1' } }),
      server({ type: 'conversation.item.added', item: { id: 'item_of_r0' } }),
      done('r0', 'Hi', { status: 'completed' }),
      done('r1', ''),
    ]
    expect([events.map((event) => sut.claims(event)), sut.current?.text]).toEqual([
      [false, true, true, true, true, false, true, false, false, true],
      'Hello there',
    ])
  })

  test('may come without any metadata, when nothing else was asked', () => {
    const { sut } = summarizer()
    const nameless = { metadata: null }
    const answer = { metadata: null, conversation_id: 'conv_1' } // of a server that decides on turns
    const before = sut.claims(created('r0', nameless), true)
    sut.consider(talk(7))
    expect([before, sut.claims(created('r1', nameless), false), sut.claims(created('ra', answer), true), sut.claims(created('r2', nameless), true), sut.claims(created('r3', nameless), true), sut.claims(done('r2', 'x', {}))]).toEqual([
      false,
      false,
      false,
      true,
      false,
      true,
    ])
  })

  test('stay claimed when they come too late, and change nothing', () => {
    const { sut, timers } = summarizer()
    sut.consider(talk(7))
    timers.pass(30_000)
    expect([sut.claims(created('r1')), sut.claims(delta('r1', 'x')), sut.claims(done('r1', 'late')), sut.current]).toEqual([true, true, true, null])
  })
})

describe('a server that cannot', () => {
  const ends = {
    refuses: (sut: Summarizer) => sut.refused('summary_1'),
    fails: (sut: Summarizer) => sut.claims(done('r1', '', { status: 'failed', ...SUMMARY })),
    'does not finish': (sut: Summarizer) => sut.claims(done('r1', 'half', { status: 'incomplete', ...SUMMARY })),
    'says nothing': (sut: Summarizer) => sut.claims(done('r1', ' ')),
    'is silent': (_sut: Summarizer, timers: FakeTimers) => timers.pass(30_000),
  }

  test.each(Object.entries(ends))('and %s is not asked again in this session', (_name, end) => {
    const { sut, timers, sent } = summarizer()
    sut.consider(talk(7))
    end(sut, timers)
    sut.consider(talk(9))
    const asked = sent.length
    sut.begun()
    sut.consider(talk(9))
    expect([asked, sent.length, sut.current]).toEqual([1, 2, null])
  })

  test('is told apart from errors that are not ours', () => {
    const { sut } = summarizer()
    sut.consider(talk(7))
    expect([sut.refused(null), sut.refused('create_1'), sut.refused('summary_1'), sut.refused('summary_1')]).toEqual([false, false, true, true])
  })
})

test('one that was cancelled along with an answer is asked for again', () => {
  const { sut, sent } = summarizer()
  sut.consider(talk(7))
  sut.claims(done('r1', '', { status: 'cancelled', ...SUMMARY }))
  sut.consider(talk(7))
  expect(sent.length).toBe(2)
})

test('a new session forgets the question, never the answer', () => {
  const { sut, timers, sent } = summarizer()
  sut.consider(talk(7))
  sut.claims(done('r1', 'Trees.'))
  sut.consider(talk(11))
  sut.begun()
  const waiting = timers.waiting
  sut.consider(talk(11))
  expect([waiting, sent.length, sut.current?.text]).toEqual([0, 3, 'Trees.'])
})

test('another conversation has its own summary, and what was asked for the old one is not taken', () => {
  const { sut, sent } = summarizer()
  sut.consider(talk(7))
  sut.forget()
  sut.consider(talk(9))
  const meanwhile = sent.length
  sut.claims(done('r1', 'Of the old one.'))
  const taken = sut.current
  sut.consider(talk(9))
  expect([meanwhile, taken, sut.current, sent.length]).toEqual([1, null, null, 2])
})

test('what was deleted does not live on in a summary', () => {
  const { sut } = summarizer()
  sut.consider(talk(7))
  sut.claims(done('r1', 'Trees.'))
  sut.deleted(itemId('i13'))
  const untouched = sut.current?.text
  sut.deleted(itemId('i2'))
  const forgotten = sut.current
  sut.consider(talk(7))
  sut.deleted(itemId('i3'))
  sut.claims(done('r2', 'Trees.'))
  expect([untouched, forgotten, sut.current]).toEqual(['Trees.', null, null])
})
