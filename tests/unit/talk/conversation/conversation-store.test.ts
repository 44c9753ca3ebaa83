import { describe, expect, test } from 'vitest'
import type { RestoredItem } from '../../../../src/main/talk/core/conversation/context-restore'
import { ConversationStore, NOTHING_KNOWN } from '../../../../src/main/talk/conversation/conversation-store'
import { itemId } from '../../../../src/shared/ids'
import { sampleItem } from '../../state/sample-view'

const QUESTION = sampleItem('q1', { role: 'user', text: 'Which tree is this?' })
const ANSWER = sampleItem('a1', { text: 'It is a lime tree.' })

function store() {
  const sut = new ConversationStore({ changed: () => undefined, restore: () => [], mint: () => 'minted' })
  sut.open([QUESTION, ANSWER])
  const begin = (again: Parameters<ConversationStore['restore']>[1] = null) => {
    const { knowledge, events } = sut.restore(NOTHING_KNOWN, again)
    sut.use(knowledge)
    return events
  }
  return { sut, begin }
}

const item = (id: string, previous: string | null) =>
  ({
    type: 'conversation.item.done',
    item: { id: itemId(id), type: 'message', role: 'user', status: 'completed', text: 'And that?', speech: false },
    previous: previous === null ? null : itemId(previous),
  }) as never

test('each new session is told everything, under the ids that the screen and the history know', () => {
  const { begin } = store()
  const told = (events: readonly { readonly type: string }[]) => events.map((event) => ('item' in event ? (event.item as { id: string }).id : event.type))
  expect([told(begin()), told(begin())]).toEqual([['q1', 'a1'], ['q1', 'a1']])
})

test('the echo of what was told moves nothing, and new items find their place behind it', () => {
  const { sut, begin } = store()
  begin()
  sut.apply(item('a1', null))
  sut.apply(item('q1', 'a1'))
  sut.apply(item('item_9', 'a1'))
  expect(sut.current.items.map(({ id }) => id)).toEqual(['q1', 'a1', 'item_9'])
})

const ids = ({ current }: ConversationStore) => current.items.map(({ id }) => id)

describe('a spoken question that is asked again', () => {
  function askedAgain() {
    const world = store()
    world.sut.apply(item('q2', null))
    const told = world.begin({ item: itemId('q2'), spoken: true })
    return { ...world, told }
  }

  test('is not told, and stays on the screen', () => {
    const { sut, told } = askedAgain()
    expect([told, ids(sut), sut.corrections()]).toEqual([[expect.anything(), expect.anything()], ['q1', 'a1', 'q2'], []])
  })

  test('loses its old bubble to the new one once that is there, whichever comes first', () => {
    const early = askedAgain().sut
    early.succeed(itemId('q2'), itemId('q3'))
    const before = ids(early)
    early.apply(item('q3', 'a1'))
    const late = askedAgain().sut
    late.apply(item('q3', 'a1'))
    late.succeed(itemId('q2'), itemId('q3'))
    expect([before, ids(early), ids(late)]).toEqual([['q1', 'a1', 'q2'], ['q1', 'a1', 'q3'], ['q1', 'a1', 'q3']])
  })

  test('keeps its words until the new one has its own, and hands them down if it never has', () => {
    const committed = { type: 'input_audio_buffer.committed', item: itemId('q3'), previous: itemId('a1') } as const
    const heard = askedAgain().sut
    heard.succeed(itemId('q2'), itemId('q3'))
    heard.apply(committed)
    const before = ids(heard)
    heard.apply({ type: 'conversation.item.input_audio_transcription.completed', item: itemId('q3'), transcript: 'And that one?' } as never)
    const mute = askedAgain().sut
    mute.succeed(itemId('q2'), itemId('q3'))
    mute.apply(committed)
    mute.apply({ type: 'local.closed' })
    expect([before, ids(heard), ids(mute)]).toEqual([['q1', 'a1', 'q2', 'q3'], ['q1', 'a1', 'q3'], ['q1', 'a1', 'q3']])
    expect([heard, mute].map(({ current }) => current.items.at(-1)?.text)).toEqual(['And that one?', 'And that?'])
  })

  test('and then is not: what comes next stands behind it, and the session after that is told of it', () => {
    const { sut, begin } = askedAgain()
    sut.apply(item('q3', 'a1'))
    const shown = ids(sut)
    expect([shown, begin()]).toEqual([['q1', 'a1', 'q2', 'q3'], expect.objectContaining({ length: 4 })])
  })
})

test('a question that became a draft stays on the screen, and no server hears of it', () => {
  const { sut, begin } = store()
  sut.apply(item('q2', null))
  sut.withhold(itemId('q2'))
  const told = begin()
  sut.apply(item('q3', 'a1'))
  expect([told.length, sut.corrections(), ids(sut), sut.ours.map(({ id }) => id)]).toEqual([2, [], ['q1', 'a1', 'q2', 'q3'], ['q1', 'a1', 'q3']])
})

test('typed text that is asked again keeps its bubble', () => {
  const { sut, begin } = store()
  sut.apply(item('q2', null))
  expect(begin({ item: itemId('q2'), spoken: false })).toHaveLength(2)
  expect(sut.isNative(itemId('q2'))).toBe(true)
})

test('an answer that was told and is cut afterwards is set right, in its place', () => {
  const { sut, begin } = store()
  begin()
  expect(sut.isNative(itemId('a1'))).toBe(false)
  sut.apply({ type: 'local.truncated', item: itemId('a1'), heardSamples: 12_000, receivedSamples: 24_000 })
  expect(sut.corrections()).toEqual([
    { type: 'conversation.item.delete', item_id: 'a1' },
    { type: 'conversation.item.create', item: { id: 'a1', type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'It is a' }] } },
  ])
  expect(sut.corrections()).toEqual([])
})

test('a correction in the middle goes behind what came before it', () => {
  const { sut, begin } = store()
  sut.open([ANSWER, QUESTION])
  begin()
  sut.apply({ type: 'local.truncated', item: itemId('a1'), heardSamples: 12_000, receivedSamples: 24_000 })
  expect(sut.corrections().at(-1)).toMatchObject({ previous_item_id: 'root' })
})

test('an answer of which nothing was heard is taken back', () => {
  const { sut, begin } = store()
  begin()
  sut.apply({ type: 'local.unheard', item: itemId('a1') })
  expect(sut.corrections()).toEqual([{ type: 'conversation.item.delete', item_id: 'a1' }])
})

test('an item the person deletes goes from the screen and from the session', () => {
  const { sut, begin } = store()
  begin()
  sut.apply(item('q2', null))
  const taken = (id: string) => [...sut.remove(itemId(id)), ...sut.corrections()]
  expect([taken('q2'), taken('q1')]).toEqual([
    [{ type: 'conversation.item.delete', item_id: 'q2' }],
    [{ type: 'conversation.item.delete', item_id: 'q1' }],
  ])
  expect(sut.current.items.map(({ id }) => id)).toEqual(['a1'])
})

test('a summary that is taken back is taken back from the session, too', () => {
  const told: { restored: readonly RestoredItem[] } = { restored: [{ text: 'Summary of the talk so far: They spoke of trees.' }] }
  const sut = new ConversationStore({ changed: () => undefined, restore: () => told.restored, mint: () => 'the-summary' })
  sut.open([QUESTION, ANSWER])
  sut.use(sut.restore(NOTHING_KNOWN, null).knowledge)
  sut.apply(item('q2', null))
  told.restored = []
  expect([...sut.remove(itemId('q2')), ...sut.corrections()]).toEqual([
    { type: 'conversation.item.delete', item_id: 'q2' },
    { type: 'conversation.item.delete', item_id: 'the-summary' },
  ])
})

test('an item that is put back stands where it stood, and is told as something said before', () => {
  const { sut, begin } = store()
  begin()
  sut.remove(itemId('q1'))
  sut.corrections()
  expect(sut.putBack(itemId('q1'))).toMatchObject([{ type: 'conversation.item.create', previous_item_id: 'root', item: { role: 'user' } }])
  expect([sut.current.items.map(({ id }) => id), sut.putBack(itemId('q1'))]).toEqual([['q1', 'a1'], []])
})

test('another server is told nothing of what was said before', () => {
  const { sut, begin } = store()
  sut.seal()
  expect(begin()).toEqual([])
})

test('the echo of a summary is no message, and what comes behind it comes first', () => {
  const sut = new ConversationStore({ changed: () => undefined, restore: () => [{ text: 'Summary of the talk so far: They spoke of trees.' }], mint: () => 'the-summary' })
  sut.use(sut.restore(NOTHING_KNOWN, null).knowledge)
  sut.apply(item('the-summary', null))
  sut.apply(item('q2', 'the-summary'))
  expect(sut.current.items.map(({ id }) => id)).toEqual(['q2'])
})
