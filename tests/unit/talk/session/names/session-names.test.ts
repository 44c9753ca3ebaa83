import { describe, expect, test } from 'vitest'
import { createAssistantText, createFunctionCall, createFunctionOutput, createSystemText, createUserAudio, createUserText, deleteItem, inputAudioCommit, responseCancel, responseCreate, truncateItem } from '../../../../../src/main/talk/core/realtime/client-event'
import { parseServerEvent, type ServerEvent } from '../../../../../src/main/talk/core/realtime/server-event'
import { SessionNames } from '../../../../../src/main/talk/session/names/session-names'
import { type ItemId, itemId } from '../../../../../src/shared/ids'

type Raw = Readonly<Record<string, unknown>>

/** A session whose ids of ours are own-1, own-2, … */
function session() {
  let minted = 0
  const names = new SessionNames(() => `own-${String((minted += 1))}`)
  const hear = (raw: Raw): ServerEvent => {
    const parsed = parseServerEvent(JSON.stringify(raw))
    if (parsed.kind !== 'known') throw new Error(`not an event: ${JSON.stringify(raw)}`)
    return names.incoming(parsed.event)
  }
  /** The id of ours that each event is about. */
  const heard = (...events: readonly Raw[]) => events.map((raw) => idIn(hear(raw)))
  const say = (event: Raw) => names.outgoing(event)
  return { names, hear, heard, say }
}

function idIn(event: ServerEvent): ItemId | null {
  if ('item' in event && event.item !== null) return typeof event.item === 'object' ? event.item.id : event.item
  return null
}

const message = (id: string, role: string, part: Raw | null, status = 'completed') => ({ id, type: 'message', role, status, content: part === null ? [] : [part] })
const added = (id: string, role: string, part: Raw | null, status?: string) => ({ type: 'conversation.item.added', item: message(id, role, part, status) })
const text = (words: string) => ({ type: 'input_text', text: words })
const answerText = (words: string) => ({ type: 'output_text', text: words })
const SOUND = { type: 'input_audio', transcript: null }
const committed = (id: string) => ({ type: 'input_audio_buffer.committed', item_id: id })
const spoken = (id: string, words: string) => ({ type: 'conversation.item.input_audio_transcription.completed', item_id: id, transcript: words })
const begun = (response: string, id: string) => ({ type: 'response.output_item.added', response_id: response, item: message(id, 'assistant', null, 'in_progress') })
const delta = (response: string | null, id: string) => ({ type: 'response.output_audio.delta', item_id: id, delta: 'AAAA', ...(response === null ? {} : { response_id: response }) })
const done = (response: string, id: string) => ({ type: 'response.done', response: { id: response, status: 'completed', output: [message(id, 'assistant', answerText('x'))] } })

describe('on their way out', () => {
  test('names are short, typed and counted anew in each session', () => {
    const create = (sut: ReturnType<typeof session>) =>
      [
        createUserText(itemId('own-question-of-36-characters-0000001'), 'Hi'),
        createSystemText(itemId('s'), 'Be brief.'),
        createFunctionCall(itemId('c'), { callId: 'own-call-of-36-characters-00000000001', name: 'clock', arguments: '{}' }),
        createFunctionOutput(itemId('o'), 'own-call-of-36-characters-00000000001', '12:00'),
        createAssistantText(itemId('a'), 'Noon.', itemId('c')),
        createUserText(itemId('again'), 'And?', 'root'),
      ].map((event) => {
        const { item, previous_item_id: previous } = sut.say(event) as { item: Raw; previous_item_id?: string }
        return [item['id'], item['call_id'] ?? '', previous ?? ''].join(' ').trim()
      })
    const named = ['msg_1', 'sys_1', 'fc_1 call_1', 'fco_1 call_1', 'msg_2  fc_1', 'msg_3  root']
    expect([create(session()), create(session())]).toEqual([named, named])
  })

  test('what this session has never heard of is not said at all; a place behind it is the end', () => {
    const { say } = session()
    const gone = itemId('gone')
    expect([say(truncateItem(gone, 5)), say(deleteItem(gone)), say(responseCancel(null)), say(createUserText(itemId('q'), 'Hi', gone))]).toEqual([
      null,
      null,
      { type: 'response.cancel' },
      { type: 'conversation.item.create', item: { id: 'msg_1', type: 'message', role: 'user', content: [text('Hi')] } },
    ])
  })

  test('what is told once more gets a new name, and the next word about it uses that one', () => {
    const { say } = session()
    const a = itemId('a')
    const names = [createAssistantText(a, 'one two'), deleteItem(a), createAssistantText(a, 'one'), deleteItem(a)].map(say)
    expect(names.map((event) => (event?.['item'] as Raw | undefined)?.['id'] ?? event?.['item_id'])).toEqual(['msg_1', 'msg_1', 'msg_2', 'msg_2'])
  })

  test('sound passes as it is', () => {
    const event = { type: 'input_audio_buffer.append', audio: 'AAAA' }
    expect(session().say(event)).toBe(event)
  })

  test('a name that the server has used is not used again', () => {
    const { heard, say } = session()
    heard(added('msg_1', 'assistant', null, 'in_progress'))
    expect((say(createUserText(itemId('q'), 'Hi')) as { item: Raw }).item['id']).toBe('msg_2')
  })
})

describe('on their way in', () => {
  test('one item has one id of ours, whatever names it, and back', () => {
    const { hear, heard, say } = session()
    hear({ type: 'response.created', response: { id: 'resp_1' } })
    const ids = heard(begun('resp_1', 'item_1'), added('item_1', 'assistant', null, 'in_progress'), delta('resp_1', 'item_1'), delta(null, 'item_1'), done('resp_1', 'item_1'))
    const item = ids[0] ?? itemId('')
    expect([new Set(ids.slice(0, 4)).size, say(truncateItem(item, 5))]).toEqual([1, { type: 'conversation.item.truncate', item_id: 'item_1', content_index: 0, audio_end_ms: 5 }])
  })

  test('a response is cancelled by the name its server gave it', () => {
    const { hear, say } = session()
    const created = hear({ type: 'response.created', response: { id: 'r'.repeat(400) } })
    expect([created.type === 'response.created' && created.response.id, created.type === 'response.created' && say(responseCancel(created.response.id))]).toEqual([
      'own-1',
      { type: 'response.cancel', response_id: 'r'.repeat(400) },
    ])
  })

  test('the same names in two sessions are different items', () => {
    let minted = 0
    const ids = [1, 2].map(() => {
      const names = new SessionNames(() => `own-${String((minted += 1))}`)
      const parsed = parseServerEvent(JSON.stringify(committed('item_1')))
      return parsed.kind === 'known' ? idIn(names.incoming(parsed.event)) : null
    })
    expect(ids).toEqual(['own-1', 'own-2'])
  })

  test('a server may count anew with each answer', () => {
    const { heard } = session()
    expect(heard(begun('r1', 'item_0'), delta('r1', 'item_0'), begun('r2', 'item_0'), delta('r2', 'item_0'), delta('r1', 'item_0'))).toEqual(['own-2', 'own-2', 'own-4', 'own-4', 'own-2'])
  })

  test('a server may give question and answer one name', () => {
    const { heard } = session()
    expect(heard(committed('1'), added('1', 'user', SOUND), begun('r', '1'), delta('r', '1'))).toEqual(['own-1', 'own-1', 'own-3', 'own-3'])
  })

  test('a server may call each question, and each response, the same', () => {
    const { hear, heard, say } = session()
    const turn = () => {
      say(inputAudioCommit())
      const [question] = heard(committed('q'), added('q', 'user', SOUND))
      say(responseCreate('create'))
      const created = hear({ type: 'response.created', response: { id: 'r' } })
      return [question, created.type === 'response.created' && created.response.id, ...heard(begun('r', 'a')), hear(done('r', 'a')).type]
    }
    expect([turn(), turn()]).toEqual([['own-1', 'own-2', 'own-3', 'response.done'], ['own-4', 'own-5', 'own-6', 'response.done']])
  })

  test('hands-free, a new sentence may have the name of the one before', () => {
    const { hear, heard } = session()
    const sentence = () => {
      hear({ type: 'input_audio_buffer.speech_started' })
      const ids = heard(committed('q'))
      hear(done('r', 'a'))
      return ids
    }
    expect(new Set([...sentence(), ...sentence()]).size).toBe(2)
  })

  test('an answer that nothing but its announcement tells of is over with the next question', () => {
    const { hear, heard, say } = session()
    const first = heard(added('a', 'assistant', null, 'in_progress'), delta(null, 'a'))
    hear(done('r1', 'other'))
    say(responseCreate('create'))
    const second = heard(delta('r2', 'a'))
    expect([new Set(first).size, new Set([...first, ...second]).size]).toEqual([1, 2])
  })

  test('an announcement alone tells an answer from the question of the same name', () => {
    const { heard } = session()
    const ids = heard(committed('1'), added('1', 'user', SOUND), added('1', 'assistant', null, 'in_progress'), delta(null, '1'))
    expect([ids[0] === ids[1], ids[1] === ids[2], ids[2] === ids[3]]).toEqual([true, false, true])
  })

  test('a response without a name ends all that was under way', () => {
    const { hear, heard, say } = session()
    const first = heard(committed('q'), begun('r', 'a'))
    hear({ type: 'response.done', response: { status: 'completed', output: [message('a', 'assistant', answerText('x'))] } })
    say(inputAudioCommit())
    expect([first, heard(committed('q'), added('a', 'assistant', null, 'in_progress'))]).toEqual([['own-1', 'own-3'], ['own-4', 'own-5']])
  })

  test('an announcement that comes twice, or late, is no second item', () => {
    const { heard, hear } = session()
    const first = heard(committed('q'), committed('q'), added('q', 'user', SOUND), begun('r', 'a'), begun('r', 'a'))
    hear(done('r', 'a'))
    expect([...first, ...heard(added('a', 'assistant', null, 'in_progress'), added('q', 'user', SOUND), committed('q'))]).toEqual(['own-1', 'own-1', 'own-1', 'own-3', 'own-3', 'own-3', 'own-1', 'own-1'])
  })

  test('a server that uses a name of ours for an answer of its own means its answer', () => {
    const { heard, say } = session()
    say(createAssistantText(itemId('told'), 'Noon.'))
    expect(heard(added('msg_1', 'assistant', answerText('Noon.')), begun('r', 'msg_1'), delta('r', 'msg_1'))).toEqual(['told', 'own-2', 'own-2'])
  })

  test('a call has one id, and a place behind something unknown is none', () => {
    const { hear } = session()
    const call = { id: 'c', type: 'function_call', call_id: 'call_1', name: 'clock', arguments: '{}' }
    const events = [hear({ type: 'response.output_item.done', response_id: 'r', item: call }), hear({ type: 'conversation.item.added', previous_item_id: 'nobody', item: call })]
    expect(events.map((event) => 'item' in event && event.item !== null && typeof event.item === 'object' && [event.item.callId, 'previous' in event && event.previous])).toEqual([['own-3', false], ['own-3', null]])
  })
})

describe('echoes under other names', () => {
  test('are known by their words, and then by their new name', () => {
    const { heard, say } = session()
    for (const event of [createUserText(itemId('q1'), 'Which tree is this?'), createAssistantText(itemId('a1'), 'A lime tree.'), createUserText(itemId('q2'), 'And that?')]) say(event)
    const ids = heard(added('x1', 'user', text('Which tree is this?')), added('x2', 'assistant', answerText(' A lime  tree. ')), added('x3', 'user', text('And that?')))
    expect([ids, say(deleteItem(itemId('a1')))]).toEqual([['q1', 'a1', 'q2'], { type: 'conversation.item.delete', item_id: 'x2' }])
  })

  test('are known by their order where the words are the same, or were changed', () => {
    const { heard, say } = session()
    for (const id of ['q1', 'q2', 'q3']) say(createUserText(itemId(id), id === 'q3' ? '**Why**?' : 'Yes.'))
    expect(heard(added('x1', 'user', text('Yes.')), added('x2', 'user', text('Yes.')), added('x3', 'user', text('Why?')))).toEqual(['q1', 'q2', 'q3'])
  })

  test('are known before the first answer, whatever the server leaves out or changes of them', () => {
    const told = (echo: Raw) => {
      const { heard, say } = session()
      say(createAssistantText(itemId('a1'), 'A lime tree…'))
      say(createUserText(itemId('q2'), 'And that?'))
      say(responseCreate('create_1'))
      return heard({ type: 'conversation.item.created', item: echo }, added('x2', 'user', text('And that?')), begun('r', 'x3'), added('x4', 'assistant', answerText('An oak.')))
    }
    const right = ['a1', 'q2', 'own-2', 'own-3']
    expect([
      told({ id: 'x1', type: 'message', role: 'assistant' }),
      told(message('x1', 'assistant', answerText('A lime tree...'))),
      told(message('x1', 'assistant', null)),
    ]).toEqual([right, right, right])
  })

  test('an answer of the server is none, even while an echo is awaited', () => {
    const { heard, say } = session()
    say(createAssistantText(itemId('a1'), 'A lime tree.'))
    say(createUserText(itemId('q2'), 'And that?'))
    expect(heard(added('x1', 'assistant', null, 'in_progress'), begun('r', 'x2'), committed('x3'), added('x3', 'user', SOUND))).toEqual(['own-1', 'own-3', 'own-4', 'own-4'])
  })

  test('sound that was told again is no question that is spoken now', () => {
    const { heard, say } = session()
    say(createUserAudio(itemId('q1'), 'AAAA'))
    expect(heard(added('x1', 'user', SOUND), committed('x2'), added('x2', 'user', SOUND), spoken('x1', 'Old.'), spoken('x2', 'New.'))).toEqual(['q1', 'own-1', 'own-1', 'q1', 'own-1'])
  })

  test('a spoken question may be committed under one name and announced under another, in any order', () => {
    const { heard } = session()
    const behind = heard(committed('c1'), added('x1', 'user', SOUND), spoken('x1', 'One.'))
    const before = heard(added('x2', 'user', SOUND), committed('c2'), spoken('x2', 'Two.'))
    expect([behind, before]).toEqual([['own-1', 'own-1', 'own-1'], ['own-2', 'own-2', 'own-2']])
  })

  test('a question that was never announced is no later one', () => {
    const { heard, hear, say } = session()
    const first = heard(committed('c1'))
    hear(done('r', 'a'))
    say(inputAudioCommit())
    expect([first, heard(added('x2', 'user', SOUND), committed('c2'))]).toEqual([['own-1'], ['own-4', 'own-4']])
  })
})
