import { describe, expect, it } from 'vitest'
import type { ConversationItem } from '../../../src/shared/conversation'
import { conversationId, itemId } from '../../../src/shared/ids'
import { appError } from '../../../src/shared/errors/errors'
import { err, ok } from '../../../src/shared/result'
import { MessageActions, type MessageActionsParts } from '../../../src/main/history/message-actions'
import { Removed } from '../../../src/main/history/removed'
import { FakeTimers } from '../../fakes/fake-timers'
import { sampleItem } from '../state/sample-view'

const TALK: readonly ConversationItem[] = [
  sampleItem('q1', { role: 'user', text: 'How long?' }),
  sampleItem('a1'),
  sampleItem('q2', { role: 'user', text: 'How hot?' }),
  sampleItem('call', { kind: 'tool', text: '' }),
  sampleItem('a2'),
]

/** What the actions did, in order. `isPrivate`: nothing of the talk is written down. */
function world(change: Partial<MessageActionsParts> & { readonly isPrivate?: boolean } = {}) {
  const done: string[] = []
  const timers = new FakeTimers()
  const note = (what: string) => (_talk: unknown, item?: unknown) => {
    done.push(`${what} ${String(item ?? _talk)}`)
    return Promise.resolve(ok(null))
  }
  const messageActions = new MessageActions({
    actions: { removeItem: note('remove'), restoreItem: note('restore'), play: ({ kind }) => note('play')(kind) },
    removed: new Removed({ purge: () => note('purge')('all') }, timers),
    conversation: () => (change.isPrivate === true ? null : conversationId('talk')),
    items: () => TALK,
    isOurs: () => true,
    removeFromConversation: (item) => void done.push(`take ${item}`),
    putBackInConversation: (item) => void done.push(`give ${item}`),
    refusal: () => null,
    submit: (what) => void done.push(what.kind === 'text' ? `ask ${what.text}` : what.kind),
    copy: (text) => void done.push(`copy ${text}`),
    ...change,
  })
  return { messageActions, done, timers }
}

describe('what is done with one message', () => {
  it('copies its words', () => {
    const { messageActions, done } = world()
    messageActions.copy(itemId('q2'))
    expect(done).toEqual(['copy How hot?'])
  })

  it('the newest question, or its answer, is answered again in place of all that answered it', async () => {
    const { messageActions, done } = world()
    const taken = await messageActions.again(itemId('a2'))
    expect({ taken, done }).toEqual({ taken: ok(['call', 'a2']), done: ['remove call', 'remove a2', 'again'] })
  })

  it('what may not be asked now costs no answer', async () => {
    const { messageActions, done } = world({ refusal: () => appError('quota') })
    const again = [await messageActions.again(itemId('a2')), await messageActions.again(itemId('q1'))]
    expect({ again, done }).toEqual({ again: [err(appError('quota')), err(appError('quota'))], done: [] })
  })

  it('an answer that cannot be taken out stays, with all that belongs to it', async () => {
    const done: string[] = []
    const actions = {
      removeItem: (_talk: unknown, item: string) => Promise.resolve(item === 'a2' ? err(appError('history')) : ok(null)),
      restoreItem: (_talk: unknown, item: string) => {
        done.push(`restore ${item}`)
        return Promise.resolve(ok(null))
      },
      play: () => Promise.resolve(ok(null)),
    }
    const { messageActions, done: asked } = world({ actions })
    const taken = await messageActions.again(itemId('a2'))
    expect({ tag: !taken.ok && taken.error.tag, done, asked }).toEqual({ tag: 'history', done: ['restore call'], asked: [] })
  })

  it('an older question is asked again in its words, and nothing is taken out', async () => {
    const { messageActions, done } = world()
    const taken = await messageActions.again(itemId('a1'))
    expect({ taken, done }).toEqual({ taken: ok([]), done: ['ask How long?'] })
  })

  it('a question that this server must not know is asked anew', async () => {
    const { messageActions, done } = world({ isOurs: () => false })
    await messageActions.again(itemId('q2'))
    expect(done).toEqual(['ask How hot?'])
  })

  it('what is not there any more is said to be gone', async () => {
    const { messageActions, done } = world()
    const answers = [messageActions.copy(itemId('x')), await messageActions.again(itemId('x'))]
    expect({ tags: answers.map((each) => !each.ok && each.error.tag), done }).toEqual({ tags: ['item-gone', 'item-gone'], done: [] })
  })

  it('what was deleted goes for good a minute after the last of it', async () => {
    const { messageActions, done, timers } = world()
    await messageActions.remove(itemId('a1'))
    timers.pass(50_000)
    await messageActions.remove(itemId('a2'))
    timers.pass(59_999)
    const before = [...done]
    timers.pass(1)
    expect({ before, after: done }).toEqual({ before: ['remove a1', 'remove a2'], after: ['remove a1', 'remove a2', 'purge all'] })
  })

  it('of a private conversation nothing is in the history: it is taken out and given back, and has no sound', async () => {
    const { messageActions, done } = world({ isPrivate: true })
    await messageActions.remove(itemId('a2'))
    await messageActions.restore(itemId('a2'))
    const played = await messageActions.play(itemId('a2'))
    expect({ done, tag: !played.ok && played.error.tag }).toEqual({ done: ['take a2', 'give a2'], tag: 'no-sound' })
  })
})
