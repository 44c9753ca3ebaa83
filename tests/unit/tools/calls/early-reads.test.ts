import { describe, expect, it, test } from 'vitest'
import { settled } from './calls-world'
import { saidDone } from '../support'
import { world } from '../tools-world'

const UNTOLD = ' (its answer broke off; the assistant was not told)'

describe('a look that nobody has to allow', () => {
  it('begins while its answer goes on, runs once, and is answered when that is whole', async () => {
    const { whole, end, answers, ran, stored } = world()
    const { id, ends } = await whole('look')
    const early = ran()
    await end(0, saidDone('seen'))
    const before = answers.size
    await ends(true)
    expect({ early, before, answer: answers.get(id), ran: ran(), stored: stored() }).toEqual({ early: ['look'], before: 0, answer: 'seen', ran: ['look'], stored: ['look not-asked done'] })
  })

  it('is answered when it ends, where that is later', async () => {
    const { whole, end, answers, ran } = world()
    const { id, ends } = await whole('look')
    await ends(true)
    const before = answers.size
    await end(0, saidDone('seen'))
    expect([before, answers.get(id), ran()]).toEqual([0, 'seen', ['look']])
  })

  it('is stopped when its answer breaks off, answers nothing, and is in the list as not done', async () => {
    const { whole, answers, source, timers, stored, calls } = world()
    const { ends } = await whole('look')
    await ends(false)
    const aborted = source.runs.map(({ request }) => request.signal.aborted)
    timers.pass(1_000)
    await settled()
    expect({ aborted, answers: answers.size, stored: stored(), shown: calls.shown }).toEqual({ aborted: [true], answers: 0, stored: ['look not-asked not-run'], shown: [] })
  })

  it('that has ended before its answer broke off answers nothing, and the list says that nobody was told', async () => {
    const { whole, end, answers, results } = world()
    const { ends } = await whole('look')
    await end(0)
    const before = results()
    await ends(false)
    expect([answers.size, before, results()]).toEqual([0, ['Done.'], [`Done.${UNTOLD}`]])
  })

  it('that ends although it was told to stop is listed so, too', async () => {
    const { whole, end, results, stored } = world()
    const { ends } = await whole('look')
    await ends(false)
    await end(0)
    expect([stored(), results()]).toEqual([['look not-asked done'], [`Done.${UNTOLD}`]])
  })

  it('whose answer came whole is listed as it ended, whatever breaks off afterwards', async () => {
    const { whole, end, results, hear } = world()
    const { id, ends } = await whole('look')
    await end(0)
    await ends(true)
    await hear({ type: 'callsDropped', calls: [id] })
    expect(results()).toEqual(['Done.'])
  })

  it('that became a job before its answer broke off is announced to nobody', async () => {
    const { whole, timers, end, announced, ended, results } = world()
    const { ends } = await whole('look')
    timers.pass(25_000)
    await settled()
    await ends(false)
    await end(0)
    expect([announced, ended, results()]).toEqual([[], [], [`Done.${UNTOLD}`]])
  })

  it('does not begin behind the disk when its answer has broken off meanwhile', async () => {
    const { whole, answers, ran, store, stored } = world()
    const save = store.saveAction.bind(store)
    let written = (): void => undefined
    const slow = new Promise<void>((resolve) => (written = resolve))
    store.saveAction = async (action) => {
      await slow
      return save(action)
    }
    const { ends } = await whole('look')
    await ends(false)
    written()
    await settled()
    expect([ran(), answers.size, stored()]).toEqual([[], 0, ['look not-asked not-run']])
  })

  it('of something private begins so, too, once it is allowed here, and not before', async () => {
    const { whole, approve, end, card, ran, answers } = world()
    const first = await whole('clip')
    const early = [ran(), card()]
    await first.ends(true)
    await approve()
    await end(0)
    const { id, ends } = await whole('clip')
    await end(1, saidDone('copied'))
    await ends(true)
    expect([early, ran(), answers.get(id)]).toEqual([[[], null], ['clip', 'clip'], '{"source":"the clipboard","untrusted":true,"text":"copied"}'])
  })
})

test.each(['timer', 'note', 'open', 'wipe'])('what changes something waits for the end of its answer, asked for or not: %s', async (name) => {
  const { whole, ran, card, calls, stored } = world()
  const { ends } = await whole(name, { host: 'a.example' })
  const before = [ran(), card(), calls.shown, stored()]
  await ends(true)
  expect([before, ran().length + (card() === null ? 0 : 1)]).toEqual([[[], null, [], []], 1])
})

test('tools that are off, or that do not exist, begin never', async () => {
  const { whole, set, ran } = world()
  set({ toolsOff: ['look'] })
  await whole('look')
  await whole('none')
  expect(ran()).toEqual([])
})
