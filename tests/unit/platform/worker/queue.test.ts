import { expect, test } from 'vitest'
import { appError } from '../../../../src/shared/errors/errors'
import { CLOSE, type FromWorker } from '../../../../src/main/platform/worker/protocol'
import { createQueue, type AnyTask } from '../../../../src/main/platform/worker/queue'

/** A queue over tasks that note what they do; a task that waits goes on when its gate is opened. */
function world() {
  const notes: string[] = []
  const gates = new Map<string, () => void>()
  const noted = (manner: AnyTask<null>['manner'], waits: boolean): AnyTask<null> => ({
    manner,
    run: async (_state, call, name) => {
      notes.push(`begins ${String(name)}`)
      if (waits) await new Promise<void>((go) => gates.set(String(name), go))
      notes.push(`ends ${String(name)}${call.cancelled() ? ' cancelled' : ''}`)
      return name
    },
  })
  const tasks: Readonly<Record<string, AnyTask<null>>> = {
    next: noted('next', false), slow: noted('next', true), aside: noted('aside', true), alone: noted('alone', false),
    fails: { manner: 'next', run: () => { throw new Error('no') } },
  }
  const receive = createQueue<null>({
    taskOf: (name) => tasks[name] ?? { manner: 'next', run: () => null },
    open: () => null,
    close: () => void notes.push('closed'),
    failed: (cause) => appError('history', cause instanceof Error ? cause.message : ''),
    post: (message: FromWorker) => { if (message.kind === 'answer') notes.push(`${String(message.id)} ${message.result.ok ? 'ok' : 'failed'}`) },
  })
  let id = 0
  const ask = (name: string): void => {
    id += 1
    receive({ kind: 'request', id, name, args: [name], at: 0 })
  }
  const settled = (): Promise<void> => new Promise((done) => void setImmediate(done))
  return { notes, ask, settled, cancel: (of: number) => receive({ kind: 'cancel', id: of }), open: (name: string) => gates.get(name)?.() }
}

test('the next request waits for the one before it, and a failure is an answer', async () => {
  const { notes, ask, settled, open } = world()
  ask('slow')
  ask('fails')
  ask('next')
  await settled()
  const before = [...notes]
  open('slow')
  await settled()
  expect({ before, after: notes.slice(before.length) }).toEqual({
    before: ['begins slow'], after: ['ends slow', '1 ok', '2 failed', 'begins next', 'ends next', '3 ok'],
  })
})

test('what runs aside holds up nobody but what must be alone, and can be cancelled', async () => {
  const { notes, ask, settled, open, cancel } = world()
  ask('aside')
  ask('next')
  ask('alone')
  cancel(1)
  await settled()
  const before = [...notes]
  open('aside')
  await settled()
  expect({ before, after: notes.slice(before.length) }).toEqual({
    before: ['begins aside', 'begins next', 'ends next', '2 ok'], after: ['ends aside cancelled', '1 ok', 'begins alone', 'ends alone', '3 ok'],
  })
})

test('the end waits for what runs aside', async () => {
  const { notes, ask, settled, open } = world()
  ask('aside')
  ask(CLOSE)
  await settled()
  open('aside')
  await settled()
  expect(notes).toEqual(['begins aside', 'ends aside', '1 ok', 'closed', '2 ok'])
})
