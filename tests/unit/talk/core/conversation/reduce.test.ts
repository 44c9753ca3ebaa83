import { describe, expect, it } from 'vitest'
import { type ConversationEvent, EMPTY_CONVERSATION, reduceConversation } from '../../../../../src/main/talk/core/conversation/reduce'
import type { ServerItem, ServerResponse } from '../../../../../src/main/talk/core/realtime/server-event'
import type { Conversation } from '../../../../../src/shared/conversation'
import { itemId, responseId } from '../../../../../src/shared/ids'

const U1 = itemId('U1')
const A1 = itemId('A1')
const U2 = itemId('U2')
const R1 = responseId('R1')

const serverItem = (over: Partial<ServerItem>): ServerItem => ({ id: A1, type: 'message', role: 'assistant', status: 'in_progress', text: '', speech: null, callId: null, name: null, arguments: null, output: null, ...over })
const added = (over: Partial<ServerItem>, previous: typeof U1 | null = null): ConversationEvent => ({ type: 'conversation.item.added', item: serverItem(over), previous })
const finished = (over: Partial<ServerItem>): ConversationEvent => ({ type: 'conversation.item.done', item: serverItem({ status: 'completed', ...over }), previous: null })
const committed = (item: typeof U1, previous: typeof U1 | null = null): ConversationEvent => ({ type: 'input_audio_buffer.committed', item, previous })
const said = (delta: string, item = A1): ConversationEvent => ({ type: 'response.output_audio_transcript.delta', response: R1, item, part: 0, delta })
const heardAs = (transcript: string, item = U1): ConversationEvent => ({ type: 'conversation.item.input_audio_transcription.completed', item, transcript, usage: null })
const responseDone = (status: ServerResponse['status']): Extract<ConversationEvent, { readonly type: 'response.done' }> => ({
  type: 'response.done',
  response: { id: R1, status, reason: null, error: null, output: [serverItem({})], usage: null, metadata: null, conversation: null, outOfBand: false },
})

const fold = (events: readonly ConversationEvent[], start: Conversation = EMPTY_CONVERSATION) => events.reduce(reduceConversation, start)
const lines = ({ items }: Conversation) =>
  items.map(({ id, role, kind, text, status, heardChars }) => `${id} ${role} ${kind} "${text}" ${status}${heardChars === null ? '' : ` heard ${String(heardChars)}`}`)
const trace = (...events: readonly ConversationEvent[]) => lines(fold(events))

describe('the conversation', () => {
  it('grows with speech and its answer', () => {
    const events = [
      committed(U1),
      added({ id: U1, role: 'user', status: 'completed', speech: true }),
      finished({ id: U1, role: 'user', speech: true }),
      added({}, U1),
      said('Good '),
      said('day.'),
      heardAs('Hello.'),
      finished({ text: 'Good day.', speech: true }),
    ]
    expect([trace(...events.slice(0, 3)), trace(...events)]).toEqual([
      ['U1 user speech "" in-progress'],
      ['U1 user speech "Hello." done', 'A1 assistant speech "Good day." done'],
    ])
  })

  it('puts an item behind the one the server names, whenever it comes', () => {
    expect(trace(added({ id: A1 }), committed(U1), added({ id: U2, role: 'user' }, A1), committed(U1, U2))).toEqual([
      'A1 assistant speech "" in-progress',
      'U2 user speech "" in-progress',
      'U1 user speech "" in-progress',
    ])
  })

  it('shows the words of an answer that was cut before its first sample, and that none of them was heard', () => {
    const unheard: ConversationEvent = { type: 'local.unheard', item: A1 }
    const cut: ConversationEvent = { type: 'local.truncated', item: A1, heardSamples: 12_000, receivedSamples: 24_000 }
    expect([trace(added({}), unheard, said('Good '), said('day.')), trace(added({}), unheard, finished({ text: 'Good day.', speech: true })), trace(said('Good day.'), cut, said(' And more.'))]).toEqual([
      ['A1 assistant speech "Good day." interrupted heard 0'],
      ['A1 assistant speech "Good day." interrupted heard 0'],
      ['A1 assistant speech "Good day." interrupted heard 4'],
    ])
  })

  it('shows typed text at once and once', () => {
    expect(trace({ type: 'local.userText', item: U1, text: 'Hi' }, added({ id: U1, role: 'user', status: 'completed', text: 'Hi', speech: false }))).toEqual([
      'U1 user text "Hi" done',
    ])
  })

  it('does without the announcements that some servers leave out', () => {
    expect(trace(heardAs('Hello.'), said('Hi.'), responseDone('completed'))).toEqual([
      'U1 user speech "Hello." done',
      'A1 assistant speech "Hi." done',
    ])
  })

  it('replaces a transcript that comes cumulative', () => {
    const updated = (transcript: string): ConversationEvent => ({ type: 'conversation.item.input_audio_transcription.updated', item: U1, transcript })
    expect(trace(committed(U1), updated('Hel'), updated('Hello'))).toEqual(['U1 user speech "Hello" in-progress'])
  })

  it('cuts an answer where it was interrupted, and lets it grow no more', () => {
    const events: readonly ConversationEvent[] = [
      said('one two three four'),
      { type: 'local.truncated', item: A1, heardSamples: 24_000, receivedSamples: 48_000 },
      said(' five'),
      { type: 'conversation.item.truncated', item: A1 },
      finished({ status: 'incomplete' }),
    ]
    expect(fold(events).items).toEqual([
      { id: A1, role: 'assistant', kind: 'speech', text: 'one two three four', status: 'interrupted', heardChars: 7, audioMs: 2_000 },
    ])
  })

  it('cuts an answer, too, that the server had finished long before', () => {
    expect(trace(said('one two'), responseDone('completed'), { type: 'local.truncated', item: A1, heardSamples: 1, receivedSamples: 1 })).toEqual([
      'A1 assistant speech "one two" interrupted',
    ])
  })

  it('takes the last words of an answer also behind its end, and once', () => {
    const whole = (transcript: string): ConversationEvent => ({ type: 'response.output_audio_transcript.done', response: R1, item: A1, part: 0, transcript })
    const answer = 'A1 assistant speech "Hi you." done'
    expect([
      trace(said('Hi'), responseDone('completed'), whole('Hi you.'), whole('Hi you.')),
      trace(added({}), responseDone('completed'), finished({ text: 'Hi you.', speech: true })),
      trace(said('Hi you.'), responseDone('completed'), whole('Hi')),
    ]).toEqual([[answer], [answer], [answer]])
  })

  it('keeps what is finished or shows words, and what the person said, whatever the server deletes; only an empty answer goes', () => {
    const deleted = (item: typeof U1): ConversationEvent => ({ type: 'conversation.item.deleted', item })
    const finishedTurn = [committed(U1), heardAs('Hello.'), said('Hi'), finished({ text: 'Hi.', speech: true })]
    expect([
      trace(...finishedTurn, deleted(A1), deleted(U1)),
      trace(committed(U1), said('Hi'), { type: 'local.unheard', item: A1 }, deleted(A1), deleted(U1)),
      trace(said('Hi'), deleted(A1), said(' you.')),
      trace(committed(U1), { type: 'local.closed' }, deleted(U1)),
      trace(committed(U1), deleted(U1), finished({ text: 'Hi.', speech: true }), heardAs('Hello.')),
      trace(added({ id: A1 }), deleted(A1)),
    ]).toEqual([
      ['U1 user speech "Hello." done', 'A1 assistant speech "Hi." done'],
      ['U1 user speech "" done', 'A1 assistant speech "Hi" interrupted heard 0'],
      ['A1 assistant speech "Hi you." in-progress'],
      ['U1 user speech "" done'],
      ['U1 user speech "Hello." done', 'A1 assistant speech "Hi." done'],
      [],
    ])
  })

  it('adds up what is told complete in several pieces', () => {
    const complete = (transcript: string, part = 0): ConversationEvent => ({ type: 'response.output_audio_transcript.done', response: R1, item: A1, part, transcript })
    const texts = (...events: readonly ConversationEvent[]) => fold(events).items.map(({ text }) => text)[0]
    expect([
      texts(complete('One.'), complete('Two.'), complete('Three.')),
      texts(said('One.'), complete('One.'), said('Two'), said('.'), complete('Two.'), said(' Thr')),
      texts(complete('你好。'), complete('再见。')),
      texts(said('One'), complete('One.'), complete('One. Two.')), // all of it, each time
      texts(complete('One.'), complete('One.'), said(' Two.'), complete(' Two.'), complete(' Two.')), // each told twice
      texts(said('No.'), complete('No.'), said('No.'), complete('No.')), // said twice
      texts(said('One'), complete(''), complete('Two.')), // some say nothing at the end
      texts(complete('Second.', 1), said('First.'), said(' And'), complete('Third.', 2)), // the parts have an order
      texts(added({ text: 'Announced ' }), said('with words.')),
    ]).toEqual([
      'One. Two. Three.',
      'One. Two. Thr',
      '你好。再见。',
      'One. Two.',
      'One. Two.',
      'No. No.',
      'One Two.',
      'First. And Second. Third.',
      'Announced with words.',
    ])
  })

  it('believes the whole item in the end, where it has words', () => {
    const outputDone = (text: string): ConversationEvent => ({ type: 'response.output_item.done', response: R1, item: serverItem({ status: 'completed', text, speech: true }) })
    expect([trace(said('One. Tw'), outputDone('One. Two.')), trace(said('One. Two.'), outputDone(''))]).toEqual([
      ['A1 assistant speech "One. Two." done'],
      ['A1 assistant speech "One. Two." done'],
    ])
  })

  it('ends what a response leaves behind as the response ended', () => {
    const ends = (['completed', 'cancelled', 'failed', 'incomplete'] as const).map((status) => trace(said('Hi'), responseDone(status))[0])
    expect(ends).toEqual([
      'A1 assistant speech "Hi" done',
      'A1 assistant speech "Hi" interrupted',
      'A1 assistant speech "Hi" failed',
      'A1 assistant speech "Hi" done',
    ])
  })

  it('says why an answer ended early, also of an item that was finished before', () => {
    const incomplete: ConversationEvent = { ...responseDone('incomplete'), response: { ...responseDone('incomplete').response, reason: 'max_output_tokens' } }
    const whole = finished({ text: 'Hi', speech: true })
    const ends = [[said('Hi'), incomplete], [said('Hi'), whole, incomplete], [said('Hi'), whole, responseDone('failed')], [said('Hi'), { type: 'local.closed' } as const], [said('Hi'), whole, responseDone('completed')]]
    expect(ends.map((events) => fold(events).items[0]?.ended)).toEqual(['length', 'length', 'server', 'connection', undefined])
  })

  it('stops growing when the connection is lost', () => {
    expect(trace(committed(U1), said('Hel'), { type: 'local.closed' })).toEqual(['U1 user speech "" done', 'A1 assistant speech "Hel" interrupted'])
  })

  it('does not show instructions and lists of tools', () => {
    expect(trace(added({ role: 'system', text: 'x' }), added({ type: 'mcp_list_tools', role: null }))).toEqual([])
  })

  it('keeps every reference of what does not change', () => {
    const before = fold([committed(U1), said('Hi'), { type: 'local.userText', item: U2, text: 'x' }])
    const same = [committed(U1), said(''), added({ id: A1 }, U1), { type: 'input_audio_buffer.cleared' } as const].map((event) => reduceConversation(before, event) === before)
    const after = reduceConversation(before, said('!'))
    expect([same, after.items.map((item, index) => item === before.items[index])]).toEqual([[true, true, true, true], [true, false, true]])
  })
})

describe('a call of a tool', () => {
  const C1 = itemId('C1')
  const call = (over: Partial<ServerItem> = {}) => ({ id: C1, type: 'function_call', role: null, callId: 'call_1', name: 'clock', arguments: '', ...over }) as const
  const output = (over: Partial<ServerItem> = {}) => added({ id: itemId('O1'), type: 'function_call_output', role: null, status: 'completed', callId: 'call_1', output: '12:00', ...over })
  const calls = (...events: readonly ConversationEvent[]) =>
    fold(events).items.map(({ id, role, kind, status, tool }) => `${id} ${role} ${kind} ${status} ${tool?.name ?? ''}(${tool?.arguments ?? ''}) ${tool?.output ?? '-'}`)

  it('grows, is done, and takes its output in', () => {
    const events = [
      added(call(), U1),
      { type: 'response.function_call_arguments.done', response: R1, item: C1, callId: 'call_1', name: 'clock', arguments: '{"a":1}' } as const,
      finished(call({ arguments: '{"a":1}' })),
      output(),
    ]
    expect([1, 2, 3, 4].map((count) => calls(...events.slice(0, count)))).toEqual([
      ['C1 assistant tool in-progress clock() -'],
      ['C1 assistant tool in-progress clock({"a":1}) -'],
      ['C1 assistant tool done clock({"a":1}) -'],
      ['C1 assistant tool done clock({"a":1}) 12:00'],
    ])
  })

  it('is not done by its announcement alone, and was broken off where the server says so', () => {
    expect([calls(added(call({ status: 'completed', arguments: '{}' }))), calls(added(call()), finished(call({ status: 'incomplete', arguments: '{"a' })))]).toEqual([
      ['C1 assistant tool in-progress clock({}) -'],
      ['C1 assistant tool interrupted clock({"a) -'],
    ])
  })

  it('keeps what it knows where a server says less at the end', () => {
    expect(calls(added(call({ arguments: '{}' })), finished(call({ callId: null, name: null, arguments: null })))).toEqual(['C1 assistant tool done clock({}) -'])
  })

  it('says in the end what came of it, where it was answered while it still ran', () => {
    const account = { title: 'Count', approval: 'held', outcome: 'open', result: null, elapsedMs: null } as const
    const answered = [added(call(), U1), finished(call()), { type: 'local.toolAnswered', item: C1, output: 'running', account } as const]
    const ended = { type: 'local.toolEnded', item: C1, account: { ...account, outcome: 'done', result: 'Counted', elapsedMs: 30_000 } } as const
    const told = (...events: readonly ConversationEvent[]) => fold(events).items.map(({ tool }) => [tool?.output, tool?.account?.outcome, tool?.account?.result])
    expect([told(...answered), told(...answered, ended), told(ended)]).toEqual([[['running', 'open', null]], [['running', 'done', 'Counted']], []])
  })

  it('takes no output that names another call, or none', () => {
    expect(calls(added(call()), output({ callId: 'call_2' }), output({ callId: null }), output({ output: null }))).toEqual(['C1 assistant tool in-progress clock() -'])
  })

  it('keeps its reference while nothing changes', () => {
    const before = fold([added(call()), finished(call({ arguments: '{}' })), output()])
    expect([finished(call({ arguments: '{}' })), output()].map((event) => reduceConversation(before, event) === before)).toEqual([true, true])
  })
})
