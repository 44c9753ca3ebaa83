import { describe, expect, test } from 'vitest'
import { CurrentConversation } from '../../../../src/main/history/current-conversation'
import { conversationId } from '../../../../src/shared/ids'
import { defaultSettings } from '../../../../src/shared/settings'
import { head, item, OTHER, recorder, settled, TALK } from './recorder-world'

const told = (words: readonly string[]) => words.filter((word) => word !== 'changed')

describe('a save of what was deleted for good', () => {
  test('is told once and not tried again; nothing of it counts as written', async () => {
    const { sut, store, timers, told: words, shown } = recorder()
    store.gone.add(TALK)
    const [a, b] = [item('a'), item('b')]
    sut.note([a])
    await settled()
    sut.note([a, b])
    await settled()
    const calls = store.calls.length
    timers.pass(120_000)
    await settled()
    expect([told(words), store.calls.length - calls, shown(a, b), sut.isSaved(a.id)]).toEqual([['history-gone'], 0, ['a done', 'b done'], false])
  })

  test('takes nothing with it that is to be written: each goes by itself', async () => {
    const { sut, store, rows, told: words } = recorder()
    store.gone.add(item('b').id)
    sut.note([item('a'), item('b'), item('c')])
    await settled()
    expect([rows(), told(words), [item('a'), item('b'), item('c')].map(({ id }) => sut.isSaved(id))]).toEqual([
      ['1024 a done', '3072 c done'], ['history-gone'], [true, false, true],
    ])
  })

  test('of a conversation that is over, says nothing, and the next conversation is written', async () => {
    const { sut, store, rows, told: words } = recorder()
    store.hold()
    sut.note([item('a')])
    sut.begin(head(OTHER), [])
    store.gone.add(TALK)
    sut.note([item('b')])
    store.release()
    await settled()
    expect([rows(TALK), rows(OTHER), told(words)]).toEqual([[], ['1024 b done'], []])
  })

  test('of an item that left meanwhile, says nothing', async () => {
    const { sut, store, rows, told: words } = recorder()
    store.hold()
    sut.note([item('a'), item('b')])
    store.gone.add(item('b').id)
    sut.note([item('a')])
    store.release()
    await settled()
    expect([rows(), told(words)]).toEqual([['1024 a done'], []])
  })
})

test('a conversation is held from the moment it is about to go on, and while it does', async () => {
  const talk = new CurrentConversation({ recorder: { begin: () => undefined }, settings: () => defaultSettings('linux'), endpointName: () => 'Practice', wallClock: () => 0, mint: () => 'fresh' })
  const old = conversationId('old')
  let fetched = (): void => undefined
  const opened = talk.whileOpening(old, () => new Promise<void>((done) => (fetched = done)))
  const during = [talk.holds(old), talk.holds(conversationId('fresh')), talk.holds(OTHER)]
  talk.goOn({ id: old, startedAt: 0 }, [])
  fetched()
  await opened
  expect([during, talk.holds(old), talk.holds(conversationId('fresh'))]).toEqual([[true, true, false], true, false])
})
