import { expect, test, vi } from 'vitest'
import type { Feature, FeatureWorld, JoinFeature } from '../../../src/main/app/feature'
import type { IpcDoor } from '../../../src/main/app/ipc-door'
import type { Tool } from '../../../src/main/tools/core/tool'
import { appError, type AppError } from '../../../src/shared/errors/errors'
import { err, ok, type Result } from '../../../src/shared/result'
import { noTrace, silentLogger } from '../../fakes/fake-world'
import { assistantWith } from './assistant-world'
import { asWritten } from '../../../src/shared/words/words'

const ECHO: Tool = {
  definition: { type: 'function', name: 'echo', description: 'Says it again.', parameters: { type: 'object', properties: {}, additionalProperties: false } },
  level: 0, title: 'Echo', explanation: 'Says it again.', effect: 'read', isOwn: false, untrusted: null,
  check: () => ok({}),
}

/** A feature nobody ships: it adds to the talk, gives the model a tool, shows something, answers its pages, asks the person, begins and ends. */
function throwAway() {
  const log: string[] = []
  let asks = false
  let ask = (): void => undefined
  let world: FeatureWorld | null = null
  const join = (given: FeatureWorld): Feature => {
    world = given
    const set = (on: boolean) => {
      asks = on
      given.changed()
    }
    ask = () => set(true)
    return {
      extensions: [{ name: 'throw-away', configure: () => ({ instructions: ['Answer in rhymes.'] }), heard: ({ type }) => type === 'sessionBegan' && log.push('heard') }],
      settings: [{ part: ['earcons'], changed: (_before, { earcons }) => log.push(`earcons ${String(earcons)}`) }],
      view: () => ({ endpointName: asks ? 'asks' : 'rests' }),
      toolSources: [{ name: 'Echo', list: () => [ECHO], call: async ({ private: isPrivate }) => ({ kind: 'done', output: { private: isPrivate }, said: 'Echoed' }) }],
      menu: () => [{ kind: 'action', label: asWritten(asks ? 'Answer' : 'Ask'), act: () => set(!asks) }],
      routes: (door) => door.on('clip:stop', () => log.push('route')),
      escape: { isWanted: () => asks, take: () => set(false) },
      pageClosed: (page) => log.push(`closed ${page}`),
      resumed: () => void log.push('resumed'),
      everythingRemoved: () => void log.push('everything removed'),
      start: (talk) => void log.push(`start ${talk.facts().turnPhase}`),
      stop: () => void log.push('stop'),
    }
  }
  return {
    join, log,
    ask: () => ask(),
    world: (): FeatureWorld => {
      if (world === null) throw new Error('it has not joined')
      return world
    },
  }
}

async function withFeature() {
  const feature = throwAway()
  const world = await assistantWith({}, silentLogger, () => Promise.resolve(true), noTrace, feature.join)
  world.transport.last.say({ type: 'session.created', session: {} })
  world.transport.last.say({ type: 'session.updated', session: {} })
  return { ...world, ...feature, sent: (type: string) => world.transport.last.sent.filter((event) => event.type === type) }
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
  expect(sut.extensions).toEqual(['ledger', 'images', 'unheard', 'voices', 'throw-away', 'summary', 'memory', 'knowledge', 'hosted servers', 'tools', 'kept sound', 'usage', 'drafts', 'history', 'view'])
})

test('while it asks the person, Escape answers that first, and only the next one ends the turn', async () => {
  const { sut, hotkeys, timers, view, ask } = await withFeature()
  const watched = [hotkeys.escapeWatched]
  ask()
  watched.push(hotkeys.escapeWatched)
  hotkeys.listener?.talkKey('down')
  timers.pass(100) // a bare modifier counts from then
  hotkeys.listener?.escape()
  sut.cancel('key') // the same press, as the page in front has heard it
  const first = [view().endpointName, view().phase]
  hotkeys.listener?.escape() // at once: it may be meant for what has come meanwhile
  const second = view().phase
  ask()
  sut.press()
  sut.cancel()
  const button = [view().endpointName, view().phase]
  sut.cancel()
  expect({ watched, first, second, button, end: [view().phase, hotkeys.escapeWatched] }).toEqual({
    watched: [false, true], first: ['rests', 'opening'], second: 'idle', button: ['rests', 'opening'], end: ['idle', false],
  })
})

test('its tool is told to the model beside those of the others, and called', async () => {
  const { sut, transport, sent } = await withFeature()
  const told = (sent('session.update')[0]?.['session'] as { readonly tools: readonly { readonly name: string }[] }).tools.map(({ name }) => name)
  sut.sendText('Hello?')
  const call = { id: 'c1', type: 'function_call', status: 'completed', call_id: 'call_c1', name: 'echo', arguments: '{}' }
  transport.last.say({ type: 'response.created', response: { id: 'r1', status: 'in_progress', output: [] } })
  transport.last.say({ type: 'response.done', response: { id: 'r1', status: 'completed', output: [call] } })
  await vi.waitFor(() => expect(sent('conversation.item.create').map(({ item }) => item)).toContainEqual(expect.objectContaining({ type: 'function_call_output', call_id: 'call_c1', output: '{"private":false}' })))
  expect(told).toEqual(['echo', 'set_timer', 'list_timers', 'cancel_timer', 'remember', 'forget'])
})

test('its part of the menu stands there with that of the tools, and does what it says', async () => {
  const { sut } = await withFeature()
  const labels = () => sut.menu().map(({ label }) => label)
  const before = labels()
  for (const part of sut.menu()) if (part.kind === 'action') part.act()
  expect([before, labels()]).toEqual([['Ask', 'Tools'], ['Answer', 'Tools']])
})

test('it has the conversation, and whether a turn runs', async () => {
  const { sut, world } = await withFeature()
  const now = () => ({ ...world().turn(), private: world().conversation().private, known: world().conversation().id !== null })
  const seen = [now()]
  sut.newConversation({ private: true })
  sut.press()
  seen.push(now())
  sut.cancel()
  seen.push(now())
  expect(seen).toEqual([
    { listens: false, runs: false, private: false, known: true },
    { listens: true, runs: true, private: true, known: false },
    { listens: false, runs: false, private: true, known: false },
  ])
})

test('its secrets are its own: kept by name, found again, forgotten', async () => {
  const { world } = await withFeature()
  const { secrets } = world()
  await secrets('throw-away').keep('wss://api.openai.com', 'k-1')
  const found = [await secrets('throw-away').find('wss://api.openai.com'), await secrets('other').find('wss://api.openai.com')]
  await secrets('throw-away').forget('wss://api.openai.com')
  expect([...found, await secrets('throw-away').find('wss://api.openai.com')]).toEqual(['k-1', null, null])
})

test('"Delete everything" is not said to be done while a feature has something left; the others are asked all the same', async () => {
  const asked: string[] = []
  const left = (name: string, answer: Result<null, AppError>): JoinFeature => () => ({ everythingRemoved: async () => (asked.push(name), answer) })
  const joining = [left('index', err(appError('history', 'the disk refuses'))), left('other', ok(null))]
  const { sut } = await assistantWith({}, silentLogger, () => Promise.resolve(true), noTrace, ...joining)
  const answers: Promise<unknown>[] = []
  sut.routes({ handle: (channel, answer) => channel === 'history:remove-everything' && void answers.push((answer as () => Promise<unknown>)()), on: () => undefined }, () => undefined)
  expect([await Promise.all(answers), asked]).toEqual([[err(appError('history', 'the disk refuses'))], ['index', 'other']])
})

test('"Delete everything" says before what of knowledge goes with it, and that the files stay', async () => {
  const questions: string[] = []
  const { sut } = await assistantWith({}, silentLogger, ({ text }) => (questions.push(text), Promise.resolve(false)))
  sut.routes(DOOR, () => undefined)
  await vi.waitFor(() => expect(questions).toEqual([expect.stringContaining('knowledge folders are no longer read (the files in them stay), and the server for search by meaning is removed with its key. Other settings and keys stay.')]))
})

test('what a feature writes as it ends is written: the store closes behind the last of them', async () => {
  const written: (Result<unknown, AppError> | string)[] = []
  let ended = (): void => undefined
  const end = new Promise<void>((resolve) => (ended = resolve))
  let write = (): Promise<Result<unknown, AppError>> => Promise.reject(new Error('too soon'))
  const slow: JoinFeature = () => ({
    stop: async () => {
      await end
      written.push(await write().catch((cause: unknown) => String(cause))) // the store throws where it is closed
    },
    close: () => void written.push('closes'),
  })
  const world = await assistantWith({}, silentLogger, () => Promise.resolve(true), noTrace, slow)
  write = async () => world.history.actions(null, 1)
  const stopped = world.sut.stop()
  await new Promise((resolve) => setImmediate(resolve))
  const before = [...written]
  ended()
  await stopped
  expect({ before, written }).toEqual({ before: [], written: [ok({ rows: [], more: false }), 'closes'] })
})
