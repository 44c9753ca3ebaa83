import { describe, expect, test } from 'vitest'
import { inProgress, item, recorder, settled } from './recorder/recorder-world'

describe('what the screen shows', () => {
  test('is finished when it is written', async () => {
    const { sut, store, told, shown } = recorder()
    const a = item('a')
    store.hold()
    sut.note([a])
    const before = [shown(a), sut.isSaved(a.id), sut.shown(a) === sut.shown(a)]
    store.release()
    await settled()
    expect([before, told, shown(a), sut.isSaved(a.id), sut.shown(a) === a]).toEqual([[['a in-progress'], false, true], ['changed'], ['a done'], true, true])
  })

  test('never goes back from finished to growing: what is written is shown until the change is, too', async () => {
    const { sut, store, shown } = recorder()
    sut.note([item('a')])
    await settled()
    store.hold()
    const cut = item('a', { status: 'interrupted' })
    sut.note([cut])
    const before = shown(cut)
    store.release()
    await settled()
    expect([before, shown(cut)]).toEqual([['a done'], ['a interrupted']])
  })

  test('waits a second at most, each item for itself', () => {
    const { sut, timers, store, told, shown } = recorder()
    const [a, b] = [item('a'), item('b')]
    store.hold()
    sut.note([a])
    timers.pass(600)
    sut.note([a, b])
    timers.pass(399)
    const early = [shown(a, b), told.length]
    timers.pass(1)
    const half = [shown(a, b), told.length]
    timers.pass(600)
    expect([early, half, shown(a, b), told.length, timers.waiting]).toEqual([[['a in-progress', 'b in-progress'], 0], [['a done', 'b in-progress'], 1], ['a done', 'b done'], 2, 0])
  })

  test('does not wait while nothing can be written', async () => {
    const { sut, store, told, shown } = recorder()
    const [a, b] = [item('a'), item('b')]
    store.failure = 'history-full'
    sut.note([a])
    await settled()
    sut.note([a, b])
    expect([told, shown(a, b), sut.isSaved(a.id)]).toEqual([['history-full', 'changed'], ['a done', 'b done'], false])
  })

  test('is not taken back when writing goes well again', async () => {
    const { sut, timers, store, shown } = recorder()
    const [a, b] = [item('a'), item('b')]
    store.failure = 'history-full'
    sut.note([a])
    await settled()
    store.failure = null
    store.hold()
    timers.pass(1_000)
    sut.note([a, b])
    const seen = [shown(a, b)]
    store.release()
    store.hold()
    await settled()
    expect([...seen, shown(a, b), sut.isSaved(a.id), sut.isSaved(b.id)]).toEqual([['a done', 'b done'], ['a done', 'b done'], true, false])
  })

  test('is what grows and what is unknown as it is', () => {
    const { sut } = recorder()
    const [a, b] = [inProgress('a'), item('b')]
    sut.note([a])
    expect([sut.shown(a) === a, sut.shown(b) === b]).toEqual([true, true])
  })
})
