import { describe, expect, it, test } from 'vitest'
import { settled } from './calls-world'
import { saidDone } from './support'
import { world } from './tools-world'

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
    const { call, answers, announced, timers, end, calls } = world()
    const [id = ''] = await call(['timer'])
    timers.pass(25_000)
    await settled()
    const meanwhile = { answer: answers.get(id), shown: calls.shown.map(({ state }) => state) }
    await end(0, saidDone('it rang'))
    expect({ meanwhile, announced, answer: answers.get(id) }).toEqual({
      meanwhile: { answer: '{"status":"running","job":"j1"}', shown: ['in-background'] }, announced: ['Result of job j1 (Do timer): it rang'], answer: '{"status":"running","job":"j1"}',
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
      answers: ['{"status":"running",', '{"status":"running",', '{"status":"running",', '{"status":"not_run",'], aborted: [true, true, true, true], announced: [],
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
    card: null, answers: ['{"status":"not_run","why":"It was stopped before the person had answered."}', '{"status":"not_run","why":"The person stopped it."}'], shown: [], aborted: [true],
  })
})

test('tools that are switched off while a card waits do not run, whatever the hand does', async () => {
  const { call, approve, set, ran, answers } = world()
  await call(['open', { host: 'a.example' }])
  set({ toolChoice: 'read-only' })
  await approve()
  expect({ ran: ran(), answers: [...answers.values()] }).toEqual({ ran: [], answers: ['{"status":"not_run","why":"The person allows only tools that read."}'] })
})
