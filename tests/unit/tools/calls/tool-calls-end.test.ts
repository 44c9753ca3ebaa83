import { describe, expect, it, test } from 'vitest'
import { settled } from './calls-world'
import { saidDone } from '../support'
import { world } from '../tools-world'

describe('whoever goes on', () => {
  it('aborts a read, lets a write finish, and both are answered once', async () => {
    const { call, interrupt, answers, source, end, timers } = world()
    const [read = '', write = ''] = await call(['look'], ['timer'])
    await interrupt(read as never, write as never)
    const aborted = source.runs.map(({ request }) => request.signal.aborted)
    timers.pass(1_000)
    await settled()
    await end(1, saidDone('timer set'))
    expect({ aborted, read: answers.get(read), write: answers.get(write) }).toEqual({
      aborted: [true, false], read: '{"status":"not_run","why":"The person interrupted."}', write: 'timer set',
    })
  })

  it('leaves an open card open', async () => {
    const { call, interrupt, card, approve, ran } = world()
    const [id] = await call(['open', { host: 'a.example' }])
    await interrupt(id as never)
    const still = card()?.title
    await approve()
    expect({ still, ran: ran() }).toEqual({ still: 'Do open', ran: ['open'] })
  })

  it('reads what comes late with the next question, so it still counts there', async () => {
    const { call, approve, interrupt, end, asks, card } = world()
    const [id] = await call(['clip'])
    await interrupt(id as never)
    await approve()
    await end(0)
    await asks('held')
    await call(['open', { host: 'a.example' }])
    expect(card()?.after).toBe('the clipboard')
  })
})

describe('a slow tool', () => {
  it('counts as read when its end is told, however many turns later, and until the next one', async () => {
    const { call, approve, end, asks, card, hear, announced, timers, calls, parts } = world()
    await call(['clip'])
    await approve()
    timers.pass(25_000)
    await settled()
    await end(0)
    const after = async (host: string) => { // what was refused once is not asked again
      await call(['open', { host }])
      const named = card()?.after
      parts.approvals.denyFirst()
      await settled()
      return named
    }
    for (const by of ['held', 'typed', 'held'] as const) await asks(by)
    const before = await after('a.example')
    await hear({ type: 'announced', text: announced[0] ?? '' })
    const told = await after('b.example')
    await asks('held')
    expect({ before, told, later: await after('c.example'), running: calls.shown }).toEqual({ before: null, told: 'the clipboard', later: null, running: [] })
  })

  it('is a job after 25 s, answered at once and told later', async () => {
    const { call, answers, announced, ended, timers, end, calls } = world()
    const [id = ''] = await call(['timer'])
    timers.pass(25_000)
    await settled()
    const meanwhile = { answer: answers.get(id), shown: calls.shown.map(({ state }) => state), ended: [...ended] }
    await end(0, saidDone('it rang'))
    expect({ meanwhile, announced, ended, answer: answers.get(id) }).toEqual({
      meanwhile: { answer: '{"status":"running","job":"j1"}', shown: ['in-background'], ended: [] }, announced: ['Result of job j1 (Do timer): it rang'], ended: ['i1 done: Done.'], answer: '{"status":"running","job":"j1"}',
    })
  })

  it('is none in another conversation, and one of four at once is stopped', async () => {
    const { call, answers, announced, timers, end, hear, source } = world()
    await call(['timer', { n: 1 }], ['timer', { n: 2 }], ['timer', { n: 3 }], ['timer', { n: 4 }])
    timers.pass(26_000)
    await settled()
    timers.pass(2_000)
    await settled()
    await hear({ type: 'conversationOpened' })
    await end(0)
    expect({ answers: [...answers.values()].map((text) => text.slice(0, 20)), aborted: source.runs.map(({ request }) => request.signal.aborted), announced }).toEqual({
      answers: ['{"status":"running",', '{"status":"running",', '{"status":"running",', '{"status":"broke_off'], aborted: [true, true, true, true], announced: [],
    })
  })

  it('ends after ten minutes whatever it does', async () => {
    const { call, announced, timers } = world()
    await call(['timer'])
    for (const ms of [25_000, 575_000, 1_000]) {
      timers.pass(ms)
      await settled()
    }
    expect(announced).toEqual(['Result of job j1 (Do timer): {"error":"It took too long.","retry":false}'])
  })
})

test('stop all: cards go, runs are told to stop, everything is answered', async () => {
  const { call, calls, answers, card, timers, source } = world()
  await call(['open', { host: 'a.example' }], ['timer'])
  calls.stopAll()
  await settled()
  timers.pass(1_000)
  await settled()
  expect({ card: card(), answers: [...answers.values()].toSorted(), shown: calls.shown, aborted: source.runs.map(({ request }) => request.signal.aborted) }).toEqual({
    card: null,
    answers: ['{"status":"broke_off","why":"The person stopped it.","note":"Nobody knows whether it was done."}', '{"status":"not_run","why":"It was stopped before the person had answered."}'],
    shown: [],
    aborted: [true],
  })
})

test('what was stopped while it waited for the person is in the list, as not done', async () => {
  const { call, calls, stored, store } = world()
  await call(['open', { host: 'a.example' }], ['note'])
  calls.stopAll()
  await settled()
  expect([stored(), [...store.done.values()].map(({ result }) => result)]).toEqual([
    ['open withdrawn not-run', 'note withdrawn not-run'],
    ['It was stopped before the person had answered.', 'It was stopped before the person had answered.'],
  ])
})

describe('Parley ends', () => {
  it('and waits until what came of a run is written down', async () => {
    const { call, calls, end, stored } = world()
    await call(['timer'])
    let isOver = false
    const stopped = calls.stop().then(() => (isOver = true))
    await settled()
    const before = isOver
    await end(0, saidDone('set'))
    await stopped
    expect({ before, stored: stored() }).toEqual({ before: false, stored: ['timer not-asked done'] })
  })

  it('and waits no longer than a run has to say its last word: nobody knows what became of a write', async () => {
    const { call, calls, timers, stored } = world()
    await call(['timer'], ['look'])
    const stopped = calls.stop()
    await settled()
    timers.pass(1_000)
    await stopped
    expect(stored()).toEqual(['timer not-asked broke-off', 'look not-asked not-run'])
  })

  it('though the disk answers nothing any more', async () => {
    const { call, calls, timers, store } = world()
    await call(['timer'])
    store.saveAction = () => new Promise(() => undefined)
    const stopped = calls.stop()
    for (const ms of [1_000, 300]) {
      await settled()
      timers.pass(ms)
    }
    expect(await stopped).toBeUndefined()
  })
})

test('what was changed after foreign text says so, wherever it is told', async () => {
  const { call, approve, end, stored, store, parts, answers } = world()
  await call(['clip'])
  await approve()
  await end(0)
  const [id = ''] = await call(['timer'], ['look'])
  await end(1, saidDone('set', { said: 'Timer set for 16:05', undo: { kind: 'x', data: '1', until: null } }))
  await end(2)
  expect({ stored: stored(), said: [...store.done.values()].map(({ result }) => result), chip: parts.undoing.offer?.text, answer: answers.get(id) }).toEqual({
    stored: ['clip held done', 'timer not-asked done', 'look not-asked done'],
    said: ['Done.', 'Timer set for 16:05 (after reading the clipboard)', 'Done.'],
    chip: 'Timer set for 16:05 (after reading the clipboard)',
    answer: 'set',
  })
})

test('tools that are switched off while a card waits do not run, whatever the hand does', async () => {
  const { call, approve, set, ran, answers } = world()
  await call(['open', { host: 'a.example' }])
  set({ toolChoice: 'read-only' })
  await approve()
  expect({ ran: ran(), answers: [...answers.values()] }).toEqual({ ran: [], answers: ['{"status":"not_run","why":"The person allows only tools that read."}'] })
})
