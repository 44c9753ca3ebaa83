import { expect, test, vi } from 'vitest'
import type { Feature, FeatureWorld } from '../../../src/main/app/feature'
import type { IpcDoor } from '../../../src/main/app/ipc-door'
import { noTrace, silentLogger } from '../../fakes/fake-world'
import { assistantWith } from './assistant-world'

/** A feature nobody ships: it adds to the talk, shows something, answers its pages, asks the person, begins and ends. */
function throwAway() {
  const log: string[] = []
  let asks = false
  let ask = (): void => undefined
  const join = (world: FeatureWorld): Feature => {
    const set = (on: boolean) => {
      asks = on
      world.changed()
    }
    ask = () => set(true)
    return {
      extensions: [{ name: 'throw-away', configure: () => ({ instructions: ['Answer in rhymes.'] }), heard: ({ type }) => type === 'sessionBegan' && log.push('heard') }],
      settings: [{ part: ['earcons'], changed: (_before, { earcons }) => log.push(`earcons ${String(earcons)}`) }],
      view: () => ({ endpointName: asks ? 'asks' : 'rests' }),
      routes: (door) => door.on('clip:stop', () => log.push('route')),
      escape: { isWanted: () => asks, take: () => set(false) },
      pageClosed: (page) => log.push(`closed ${page}`),
      resumed: () => void log.push('resumed'),
      everythingRemoved: () => void log.push('everything removed'),
      start: (talk) => void log.push(`start ${talk.facts().turnPhase}`),
      stop: () => void log.push('stop'),
    }
  }
  return { join, log, ask: () => ask() }
}

async function withFeature() {
  const feature = throwAway()
  const world = await assistantWith({}, silentLogger, () => Promise.resolve(true), noTrace, feature.join)
  world.transport.last.say({ type: 'session.created', session: {} })
  world.transport.last.say({ type: 'session.updated', session: {} })
  return { ...world, ...feature }
}

const DOOR: IpcDoor = {
  handle: (channel, answer) => channel === 'history:remove-everything' && void (answer as () => unknown)(),
  on: (channel, receive) => channel === 'clip:stop' && (receive as () => void)(),
}

test('a feature joins by one line: it begins with the talk, hears of it, of settings and of pages, and ends', async () => {
  const { sut, log } = await withFeature()
  sut.updateSettings({ earcons: false })
  sut.routes(DOOR, () => undefined)
  sut.pageClosed('history')
  sut.resumed()
  await vi.waitFor(() => expect(log).toContain('everything removed'))
  await sut.stop()
  expect([...log].sort()).toEqual(['closed history', 'earcons false', 'everything removed', 'heard', 'resumed', 'route', 'start idle', 'stop'])
})

test('what it adds is in the session, and what it shows in the view', async () => {
  const { transport, view, ask } = await withFeature()
  const before = view().endpointName
  ask()
  expect({ told: JSON.stringify(transport.last.sent[0]).includes('Answer in rhymes.'), before, after: view().endpointName }).toEqual({ told: true, before: 'rests', after: 'asks' })
})

test('the talk asks its extensions in this order: what is shown has been written before', async () => {
  const { sut } = await withFeature()
  expect(sut.extensions).toEqual(['ledger', 'summary', 'throw-away', 'memory', 'images', 'tools', 'kept sound', 'usage', 'drafts', 'history', 'view'])
})

test('while it asks the person, Escape answers that first, and only the next one ends the turn', async () => {
  const { sut, hotkeys, timers, view, ask } = await withFeature()
  const watched = [hotkeys.escapeWatched]
  ask()
  watched.push(hotkeys.escapeWatched)
  hotkeys.listener?.talkKey('down')
  timers.pass(100) // a bare modifier counts from then
  hotkeys.listener?.escape()
  sut.cancel() // the same press, as the page in front has heard it
  const first = [view().endpointName, view().phase]
  timers.pass(300)
  hotkeys.listener?.escape()
  const second = view().phase
  ask()
  sut.press()
  sut.cancel()
  const button = [view().endpointName, view().phase]
  timers.pass(300)
  sut.cancel()
  expect({ watched, first, second, button, end: [view().phase, hotkeys.escapeWatched] }).toEqual({
    watched: [false, true], first: ['rests', 'opening'], second: 'idle', button: ['rests', 'opening'], end: ['idle', false],
  })
})
