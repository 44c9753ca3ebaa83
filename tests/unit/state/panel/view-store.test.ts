import { describe, expect, it } from 'vitest'
import { appError } from '../../../../src/shared/errors/errors'
import type { InvokeAnswer } from '../../../../src/shared/ipc/contract'
import { err, ok } from '../../../../src/shared/result'
import type { AssistantView, ItemsPatch } from '../../../../src/shared/view'
import { itemsInOrder } from '../../../../src/renderer/src/state/panel/item-list'
import { createViewStore, type PageState } from '../../../../src/renderer/src/state/panel/view-store'
import { sampleItem, sampleView } from '../sample-view'

type Answer = InvokeAnswer<'view:get'>

/** Main, scripted: each `getView` takes the next answer, which may push while it is asked. */
class ScriptedMain {
  asked = 0
  view: (view: AssistantView) => void = () => undefined
  items: (patch: ItemsPatch) => void = () => undefined
  constructor(private readonly answers: readonly ((main: ScriptedMain) => Answer)[]) {}
  getView = async (): Promise<Answer> => {
    const answer = this.answers[this.asked]
    this.asked += 1
    if (answer === undefined) throw new Error('asked too often')
    return answer(this)
  }
  onView = (listener: (view: AssistantView) => void) => {
    this.view = listener
    return () => undefined
  }
  onItems = (listener: (patch: ItemsPatch) => void) => {
    this.items = listener
    return () => undefined
  }
}

const texts = (state: PageState): string[] => (state.status === 'ready' ? itemsInOrder(state.items).map((item) => item.text) : [])
const grown = (text: string) => sampleItem('a', { text })
const snapshot = (text: string): Answer => ok({ view: sampleView(), items: [grown(text)] })

describe('the view store', () => {
  it('is loading until main has answered', async () => {
    const store = createViewStore(new ScriptedMain([() => snapshot('hello')]))
    const before = store.get().status
    await store.load()
    expect([before, store.get().status, texts(store.get())]).toEqual(['loading', 'ready', ['hello']])
  })

  it('asks again when a push came while it asked', async () => {
    const main = new ScriptedMain([
      (main) => {
        main.items({ upserts: [grown('hel')], order: null })
        return snapshot('he')
      },
      () => snapshot('hell'),
    ])
    const store = createViewStore(main)
    await store.load()
    expect([main.asked, texts(store.get())]).toEqual([2, ['hell']])
  })

  it('stops asking in an endless burst and takes what it has', async () => {
    const noisy = (main: ScriptedMain) => {
      main.view(sampleView())
      return snapshot('still here')
    }
    const main = new ScriptedMain([noisy, noisy, noisy, noisy, noisy])
    const store = createViewStore(main)
    await store.load()
    expect([main.asked, texts(store.get())]).toEqual([5, ['still here']])
  })

  it('takes pushes after the answer, and a view push leaves the items alone', async () => {
    const main = new ScriptedMain([() => snapshot('one')])
    const store = createViewStore(main)
    await store.load()
    const before = store.get()
    main.view(sampleView({ phase: 'thinking' }))
    const after = store.get()
    expect([before.status === 'ready' && after.status === 'ready' && after.items === before.items && after.view.phase]).toEqual(['thinking'])
  })

  it('tells every listener until it unsubscribes', async () => {
    const main = new ScriptedMain([() => snapshot('one')])
    const store = createViewStore(main)
    let told = 0
    const stop = store.subscribe(() => (told += 1))
    await store.load()
    stop()
    main.view(sampleView())
    expect(told).toBe(1)
  })

  it('shows why main could not answer, and loads when asked again', async () => {
    const main = new ScriptedMain([() => err(appError('unexpected')), () => snapshot('back')])
    const store = createViewStore(main)
    await store.load()
    const failed = store.get()
    await store.load()
    expect([failed, texts(store.get())]).toEqual([{ status: 'failed', error: appError('unexpected') }, ['back']])
  })
})
