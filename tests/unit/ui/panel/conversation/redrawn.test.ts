import { parseHTML } from 'linkedom'
import { act, createElement } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ConversationItem } from '../../../../../src/shared/conversation'
import { itemId } from '../../../../../src/shared/ids'
import type { AssistantApi } from '../../../../../src/shared/ipc/apis/assistant-api'
import { foldItems, itemList } from '../../../../../src/renderer/src/state/panel/item-list'

class Unseen {
  add(): void { /* nothing is painted here */ }
  clear(): void { /* so there is nothing to take away */ }
}

const unheard = { latest: [], watch: () => () => undefined }

class Unlaid {
  observe(): void { /* nothing has a size here */ }
  disconnect(): void { /* nor is watched for one */ }
}

/** React draws into a document that only parses and keeps: nothing is laid out. */
beforeEach(() => {
  const { document, window } = parseHTML('<!doctype html><html><body><div id="root"></div></body></html>')
  for (const [name, value] of Object.entries({ document, window, HTMLElement: window.HTMLElement, Element: window.Element, Node: window.Node, ResizeObserver: Unlaid, Highlight: Unseen, CSS: { highlights: new Map() }, navigator: { userAgent: '', platform: '' }, IS_REACT_ACT_ENVIRONMENT: true })) vi.stubGlobal(name, value)
})
afterEach(() => vi.unstubAllGlobals())

const item = (id: string, role: ConversationItem['role'], kind: ConversationItem['kind'], text: string): ConversationItem => ({ id: itemId(id), role, kind, text, status: 'done', heardChars: null, audioMs: null })

/** An item of ours that counts how often a row reads how it stands: once a drawing. */
function watched(from: ConversationItem) {
  const drawn = { times: 0 }
  return { drawn, item: { ...from, get status() { drawn.times += 1; return 'done' as const } } }
}

const call: ConversationItem = {
  ...item('s', 'assistant', 'tool', ''),
  tool: {
    callId: 's', name: 'search_knowledge', arguments: '{}', output: '[]',
    account: { title: 'Look into your folders', approval: 'not-asked', outcome: 'done', result: null, elapsedMs: 1, passages: [{ cite: 'A1', folder: 'f', path: 'Lease.pdf', file: 'Lease.pdf', page: 3, heading: null }] },
  },
}

it('an answer with sources is drawn once, whatever is said after it', async () => {
  const [{ createRoot }, { Conversation }, { Toasts }] = await Promise.all([
    import('react-dom/client'), import('../../../../../src/renderer/src/ui/panel/conversation/conversation'), import('../../../../../src/renderer/src/ui/parts/layers/toasts'),
  ])
  const assistant = {} as AssistantApi // nothing is asked of it here
  const answer = watched(item('a', 'assistant', 'speech', 'Eleven weeks [A1].'))
  const container = document.getElementById('root')
  if (container === null) throw new Error('There is no root.')
  const root = createRoot(container)
  let list = itemList([item('q', 'user', 'speech', 'How long?'), call, answer.item, item('q2', 'user', 'speech', 'And then?'), item('next', 'assistant', 'speech', 'Then')])
  const draw = () => act(async () => { root.render(createElement(Toasts, { place: 'here', children: createElement(Conversation, { items: list, assistant, playingClip: null, unheard: [], heard: unheard, keepsSound: false, running: [], unsent: { waitingMs: null, kept: [], private: false } }) })) })
  await draw()
  const before = answer.drawn.times
  for (const text of ['Then it', 'Then it ends', 'Then it ends.']) {
    list = foldItems(list, { upserts: [item('next', 'assistant', 'speech', text)], order: null })
    await draw()
  }
  expect({ chips: container.querySelectorAll('[data-testid="source"]').length, said: container.textContent.includes('Then it ends.'), before, after: answer.drawn.times }).toEqual({ chips: 1, said: true, before: expect.toSatisfy((times: number) => times > 0), after: before })
  await act(async () => { root.unmount() })
})
