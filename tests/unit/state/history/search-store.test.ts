import { describe, expect, it } from 'vitest'
import type { SearchHit } from '../../../../src/shared/history'
import { conversationId, itemId } from '../../../../src/shared/ids'
import type { InvokeAnswer } from '../../../../src/shared/ipc/contract'
import { ok } from '../../../../src/shared/result'
import { createSearch } from '../../../../src/renderer/src/state/history/search-store'
import { settled, silentAsk, StillTime } from './samples'

const hit = (words: string): SearchHit => ({ conversation: conversationId('c'), item: itemId(words), role: 'user', title: [], snippet: [], at: 0 })

/** Main, answering each question when the test says so. */
class SlowMain {
  readonly asked: string[] = []
  private answers: ((answer: InvokeAnswer<'history:search'>) => void)[] = []
  search = (text: string) => {
    this.asked.push(text)
    return new Promise<InvokeAnswer<'history:search'>>((resolve) => this.answers.push(resolve))
  }
  async answer(question: number): Promise<void> {
    this.answers[question]?.(ok([hit(this.asked[question] ?? '')]))
    await settled()
  }
}

function begin() {
  const [main, time] = [new SlowMain(), new StillTime()]
  const { search, ...store } = createSearch(main, silentAsk(), time.after)
  const typed = (text: string, ms = 100) => {
    store.type(text)
    time.pass(ms)
  }
  const found = () => search.get().hits?.map(({ item }) => item).join() ?? null
  return { main, time, search, store, typed, found }
}

describe('search as you type', () => {
  it('asks once for a quick word', () => {
    const { main, typed, time } = begin()
    for (const text of ['l', 'la', 'lak', 'lake']) typed(text, 20)
    time.pass(100)
    expect(main.asked).toEqual(['lake'])
  })

  it('keeps what is too long as it was typed, asks for none of it, and shows no older hits', async () => {
    const { main, typed, found, search } = begin()
    typed('la')
    typed(`${'a'.repeat(500)}b`)
    await main.answer(0)
    expect([main.asked, search.get().text.length, found()]).toEqual([['la'], 501, null])
    typed(` ${'a'.repeat(500)} `)
    expect(main.asked.length).toBe(2)
  })

  it('drops the answer to an older question', async () => {
    const { main, typed, found } = begin()
    typed('la')
    typed('lake')
    await main.answer(1)
    await main.answer(0)
    expect(found()).toBe('lake')
  })

  it('shows the older hits until the newer are there', async () => {
    const { main, typed, found, search } = begin()
    typed('la')
    await main.answer(0)
    typed('lake')
    expect([search.get().text, search.get().answered, found()]).toEqual(['lake', 'la', 'la'])
  })

  it('drops an answer that comes after the field was cleared', async () => {
    const { main, typed, store, found } = begin()
    typed('la')
    store.type('')
    await main.answer(0)
    expect(found()).toBeNull()
  })

  it('does not ask for blanks', () => {
    const { main, typed } = begin()
    typed('  ')
    expect(main.asked).toEqual([])
  })

  it('keeps its place when the same question is asked again', async () => {
    const { main, typed, store, time, search } = begin()
    typed('la')
    await main.answer(0)
    store.activate(0)
    store.again()
    time.pass(100)
    await main.answer(1)
    expect([main.asked.length, search.get().active]).toEqual([2, 0])
  })
})
