import { expect, test } from 'vitest'
import type { Tool } from '../../../src/main/tools/core/tool'
import { ok } from '../../../src/shared/result'
import { noTrace, silentLogger } from '../../fakes/fake-world'
import { Dice } from '../../integration/talk/hostile/dice'
import { assistantWith, settled } from './assistant-world'

const SEND: Tool = {
  definition: { type: 'function', name: 'send', description: 'Sends.', parameters: { type: 'object', properties: {}, additionalProperties: true } },
  level: 3, title: 'Send', explanation: 'Sends.', effect: 'write', isOwn: false, untrusted: null,
  check: () => ok({}),
}
const CARDS = 3

const call = (number: number) => ({ id: `c${String(number)}`, type: 'function_call', status: 'completed', call_id: `call_${String(number)}`, name: 'send', arguments: JSON.stringify({ number }) })

/** A server that asks for three things at once, a tool that must never run, and a hand on Escape. */
async function world() {
  const ran: number[] = []
  const app = await assistantWith({}, silentLogger, () => Promise.resolve(true), noTrace, () => ({
    toolSources: [{ name: 'Sender', list: () => [SEND], call: () => Promise.resolve({ kind: 'done', output: ran.push(1), said: 'Sent' }) }],
  }))
  const { transport, hotkeys, sut, view } = app
  transport.last.say({ type: 'session.created', session: {} })
  transport.last.say({ type: 'session.updated', session: {} })
  sut.sendText('Send it all.')
  transport.last.say({ type: 'response.created', response: { id: 'r1', status: 'in_progress', output: [] } })
  const done = () => transport.last.say({ type: 'response.done', response: { id: 'r1', status: 'completed', output: Array.from({ length: CARDS }, (_each, number) => call(number)) } })
  /** What a press can end: the turn, or the cards, which are as many as are in front and behind. */
  const open = () => (view().tools.card === null ? 0 : 1 + view().tools.behind)
  return { ...app, ran, done, open, press: () => hotkeys.escapeWatched && hotkeys.listener?.escape() }
}

test('three cards at once, and three presses within the same moment: each ends one', async () => {
  const { done, open, press, sut, ran, timers } = await world()
  done()
  await settled()
  const left = [open()]
  for (let count = 0; count < CARDS; count += 1) {
    press()
    left.push(open())
    timers.pass(5)
    sut.cancel('key') // the page in front has heard it too
    await settled()
    left.push(open())
  }
  expect({ left, ran }).toEqual({ left: [3, 2, 2, 1, 1, 0, 0], ran: [] })
})

test('a busy page that tells late of a press ends no card that came behind it, and not the talk', async () => {
  const { done, open, press, sut, view, timers } = await world()
  done()
  await settled()
  press()
  timers.pass(900)
  sut.cancel('key')
  await settled()
  const first = open()
  press()
  press()
  await settled()
  const before = view().phase
  timers.pass(900)
  sut.cancel('key')
  sut.cancel('key')
  expect({ first, left: open(), same: before === view().phase, before }).toEqual({ first: 2, left: 0, same: true, before: 'thinking' })
})

test('the press in the very moment in which the cards come ends the turn, and no card comes behind it', async () => {
  const { done, open, press, view, ran } = await world()
  press()
  done()
  await settled()
  expect({ open: open(), phase: view().phase, ran }).toEqual({ open: 0, phase: 'idle', ran: [] })
})

test('presses at random around the coming of cards: none is unheard, and none ends two things', async () => {
  const dice = new Dice(13)
  const faults: string[] = []
  for (let round = 0; round < 50; round += 1) {
    const { done, open, press, sut, view, timers, ran } = await world()
    const comesAt = Math.floor(dice.next() * 8)
    for (let step = 0; step < 16; step += 1) {
      if (step === comesAt) done()
      if (dice.next() < 0.5) await settled()
      const before = { open: open(), busy: view().phase !== 'idle' }
      if (step !== comesAt && dice.next() < 0.4) {
        press()
        const isWrong = before.open > 0 ? open() !== before.open - 1 : before.busy && view().phase !== 'idle'
        if (isWrong) faults.push(`round ${String(round)}, step ${String(step)}: ${JSON.stringify(before)} became ${JSON.stringify({ open: open(), phase: view().phase })}`)
        timers.pass(dice.next() * 200)
        const left = { open: open(), phase: view().phase }
        sut.cancel('key')
        if (before.open > 0 && (left.open !== open() || left.phase !== view().phase)) faults.push(`round ${String(round)}, step ${String(step)}: heard twice`)
      }
      timers.pass(dice.next() * 100)
    }
    await settled()
    if (ran.length > 0) faults.push(`round ${String(round)}: it ran`)
  }
  expect(faults).toEqual([])
})
