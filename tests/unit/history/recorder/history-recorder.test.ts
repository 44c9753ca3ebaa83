import { describe, expect, test } from 'vitest'
import type { ItemWrite } from '../../../../src/main/history/core/ports'
import { itemId, responseId } from '../../../../src/shared/ids'
import { inProgress, head, item, NOON, OTHER, recorder, settled, TALK } from './recorder-world'

describe('items', () => {
  test('are written in the tick they finish, and not before', () => {
    const { sut, store } = recorder()
    sut.note([inProgress('a')])
    const early = [...store.calls]
    sut.note([item('a'), inProgress('b')])
    expect([early, store.calls]).toEqual([[], ['saveItems talk: a']])
  })

  test('are written again only when something about them changes', async () => {
    const { sut, store, rows } = recorder()
    const a = item('a')
    sut.note([a])
    sut.note([a, inProgress('b')])
    sut.note([a, inProgress('b')])
    await settled()
    sut.note([a, item('b', { role: 'assistant' })])
    await settled()
    sut.note([a, item('b', { role: 'assistant', status: 'interrupted', heardChars: 0 })])
    await settled()
    expect([store.calls, rows()]).toEqual([
      ['saveItems talk: a', 'saveItems talk: b', 'saveItems talk: b'],
      ['1024 a done', '2048 b interrupted'],
    ])
  })

  test('that come while some are being written go together behind them, the newest of each', async () => {
    const { sut, store, rows } = recorder()
    store.hold()
    sut.note([item('a')])
    sut.note([item('a'), item('b')])
    sut.note([item('a', { text: 'A' }), item('b', { text: 'B' }), item('c')])
    const meanwhile = [...store.calls]
    store.release()
    await settled()
    expect([meanwhile, store.calls, rows()]).toEqual([
      ['saveItems talk: a'],
      ['saveItems talk: a', 'saveItems talk: a b c'],
      ['1024 A done', '2048 B done', '3072 c done'],
    ])
  })

  test('know when they were first seen', async () => {
    const { sut, timers, store } = recorder()
    sut.note([inProgress('a')])
    timers.pass(5_000)
    sut.note([item('a'), item('b')])
    await settled()
    expect(store.stored(TALK).map(({ item: { createdAt, hasAudio } }) => [createdAt - NOON, hasAudio])).toEqual([
      [0, false],
      [5_000, false],
    ])
  })

  test('stand where they stand on the screen, also those that come late or move', async () => {
    const { sut, store, rows } = recorder()
    const [a, b] = [item('a'), item('b')]
    sut.note([a, b])
    await settled()
    sut.note([a, item('late'), b])
    await settled()
    sut.note([item('late'), a, b].map((each) => (each.id === a.id ? a : each.id === b.id ? b : each)))
    await settled()
    expect([store.calls, rows()]).toEqual([
      ['saveItems talk: a b', 'saveItems talk: late', 'saveItems talk: late'],
      ['0 late done', '1024 a done', '2048 b done'],
    ])
  })
})

describe('items that leave the list', () => {
  test('leave the history, if they were on their way there', async () => {
    const { sut, store, rows } = recorder()
    const [a, b] = [item('a'), item('b')]
    sut.note([a, b, inProgress('c')])
    await settled()
    sut.note([a, b])
    sut.note([a])
    await settled()
    expect([store.calls, rows()]).toEqual([['saveItems talk: a b', 'dropItem talk b'], ['1024 a done']])
  })

  test('are not written after they left', async () => {
    const { sut, store, rows } = recorder()
    const a = item('a')
    store.hold()
    sut.note([a])
    sut.note([a, item('b')])
    sut.note([a])
    store.release()
    await settled()
    expect([store.calls, rows()]).toEqual([['saveItems talk: a', 'dropItem talk b'], ['1024 a done']])
  })

  test('stay in the history when the person can still want them back', async () => {
    const { sut, store } = recorder()
    const [a, b] = [item('a'), item('b')]
    sut.note([a, b])
    await settled()
    sut.release(itemId('b'))
    sut.note([a])
    await settled()
    expect(store.calls).toEqual(['saveItems talk: a b'])
  })

  test('stay when the whole list is another: nobody deletes a conversation that way', async () => {
    const { sut, store } = recorder()
    sut.note([item('a'), item('b')])
    await settled()
    sut.note([])
    await settled()
    expect(store.calls).toEqual(['saveItems talk: a b'])
  })
})

describe('another conversation', () => {
  test('gets its own items, and the last words of the old one still go where they were said', async () => {
    const { sut, rows } = recorder()
    const a = item('a')
    sut.note([a, inProgress('b')])
    await settled()
    sut.begin(head(OTHER), [])
    sut.note([a, item('b', { status: 'interrupted' })])
    sut.note([])
    sut.note([item('c')])
    await settled()
    expect([rows(), rows(OTHER)]).toEqual([['1024 a done', '2048 b interrupted'], ['1024 c done']])
  })

  test('that goes on writes only what is new, behind what is there', async () => {
    const { sut, store, rows } = recorder()
    const known: readonly ItemWrite[] = ['a', 'b'].map((id, index) => ({ position: 10 * index, item: { ...item(id), createdAt: 7, hasAudio: true } }))
    sut.begin(head(OTHER), known)
    const items = known.map((write) => write.item)
    const c = item('c')
    sut.note([])
    sut.note(items)
    sut.note([...items.map((each) => ({ ...each })), c])
    sut.note([item('a', { text: 'A' }), ...items.slice(1), c])
    await settled()
    expect([store.calls, rows(OTHER), store.stored(OTHER)[0]?.item]).toEqual([
      ['saveItems other: c', 'saveItems other: a'],
      ['0 A done', '1034 c done'],
      { ...item('a', { text: 'A' }), createdAt: 7, hasAudio: true },
    ])
  })

  test('held with another server from now on says so', async () => {
    const { sut, store } = recorder()
    sut.heldWith('OpenAI')
    sut.note([item('a')])
    await settled()
    expect(store.talks.get(TALK)?.head.endpointName).toBe('OpenAI')
  })
})

describe('a private conversation', () => {
  test('is not written, nor is what it cost; its items are shown as they are', async () => {
    const { sut, store, shown } = recorder(true)
    const a = item('a')
    sut.note([a])
    sut.usage(responseId('r'), { input_tokens: 5 })
    const seen = shown(a)
    sut.note([])
    await sut.flush()
    expect([store.calls, seen, sut.isSaved(a.id)]).toEqual([[], ['a done'], false])
  })

  test('stays private when the next one is not, even in its last words', async () => {
    const { sut, store } = recorder(true)
    sut.note([item('a'), inProgress('b')])
    sut.begin(head(OTHER), [])
    sut.note([item('a'), item('b')])
    sut.note([])
    await settled()
    expect(store.calls).toEqual([])
  })

  test('follows one that is not, whose last words are still written', async () => {
    const { sut, store } = recorder()
    sut.note([inProgress('a')])
    sut.begin(head(OTHER), [], true)
    sut.note([item('a')])
    sut.note([item('b')])
    await settled()
    expect(store.calls).toEqual(['saveItems talk: a'])
  })
})
