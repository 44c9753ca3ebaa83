import { describe, expect, test } from 'vitest'
import { acting, type ActingWorld, actingWorld, call, words } from './acting-world'

/** The ids in another session are its own: only what is said counts. */
const told = (world: ActingWorld) => world.out().map((word) => word.replace(/\b(call_)\S+?(?=:|$)/, '$1'))

describe('a cut', () => {
  test('between call and answer: the next session is told of both as a pair once there is an answer, and asked once', async () => {
    const world = await acting()
    await world.cut()
    const before = [told(world), world.phase()]
    world.reply('c1')
    expect([before, told(world), world.told(), world.phase()]).toEqual([[[], 'acting'], ['function_call call_', 'call_: done c1', 'create'], ['asked c1'], 'thinking'])
  })

  test('while there is no connection: it is told when there is one', async () => {
    const world = await acting()
    world.transport.last.drop()
    world.reply('c1')
    const phase = world.phase()
    world.timers.pass(3_000)
    await world.begin()
    expect([phase, told(world)]).toEqual(['thinking', ['function_call call_', 'call_: done c1', 'create']])
  })

  test('between two answers: one pair with the restored talk, one when it is there, and one request', async () => {
    const world = await acting(call('c1'), call('c2'))
    world.reply('c1')
    await world.cut()
    const before = told(world)
    world.reply('c2')
    expect([before, told(world)]).toEqual([['function_call call_', 'call_: done c1'], ['function_call call_', 'call_: done c1', 'function_call call_', 'call_: done c2', 'create']])
  })

  test('between the last answer and the next response: asked once more, once in each session', async () => {
    const world = await acting()
    world.reply('c1', { images: ['data:image/png;base64,AA'] })
    await world.cut()
    await world.cut()
    world.answers('r2', [words('i2', 'Noon.')])
    world.hear()
    await world.cut()
    const asked = world.transport.sockets.map((socket) => world.out(socket).filter((word) => word === 'create' || word.includes('input_image')))
    expect([asked, world.phase()]).toEqual([[['create', 'user input_image', 'create'], ['user input_image', 'create'], ['user input_image', 'create'], []], 'idle'])
  })

  test('while what was said before still plays: it is heard to its end, and the next answer comes behind it', async () => {
    const world = await acting(words('i1'), call('c1'))
    world.transport.last.drop()
    world.reply('c1')
    world.hear()
    const phase = world.phase()
    world.timers.pass(3_000)
    await world.begin()
    world.answers('r2', [words('i2', 'Noon.')])
    world.hear()
    expect([phase, world.audio.speaker.sounded, world.phase(), world.log.filter((entry) => entry === 'server-gone')]).toEqual(['thinking', 9_600, 'idle', []])
  })

  test('an interrupted call is told to the next session as well, and nothing asked', async () => {
    const world = await acting()
    world.sut.verbs.cancel()
    await world.cut()
    world.reply('c1')
    expect([told(world), world.phase()]).toEqual([['function_call call_', 'call_: done c1'], 'idle'])
  })

  test('the question is not asked again, spoken or typed: it stands before its calls', async () => {
    const world = await actingWorld()
    world.sut.submit({ kind: 'text', text: 'What time is it?' })
    world.answers('r1', [call('c1')])
    world.reply('c1')
    await world.cut()
    expect(told(world)).toEqual(['user What time is it?', 'function_call call_', 'call_: done c1', 'create'])
  })

  test('without tools once, without tools in every session', async () => {
    const world = await acting(call('c1', { name: 'nobody' }))
    await world.cut()
    expect(told(world).at(-1)).toBe('create without tools')
  })

  test('a connection that is given up ends the turn; what comes later is kept with its call', async () => {
    const world = await acting()
    for (let attempt = 0; attempt < 12 && world.phase() === 'acting'; attempt += 1) {
      world.transport.last.drop({ closeCode: 3_000, closeReason: 'invalid_request_error.invalid_api_key' })
      world.timers.pass(9_000)
      await Promise.resolve()
    }
    const phase = world.phase()
    world.reply('c1')
    expect([phase, world.told(), world.lines()]).toEqual(['idle', ['asked c1', 'interrupted c1'], ['clock done: done c1']])
  })
})

describe('a handover', () => {
  const turnsOfTheLoop = () => new Promise((resolve) => setImmediate(resolve))

  /** A tenth of its life before its end, another session takes over as soon as that cuts nothing. */
  async function late() {
    const world = await actingWorld()
    world.sut.reconnect()
    await turnsOfTheLoop()
    world.say('session.created', { session: { expires_at: 240 } })
    world.say('session.updated', { session: { expires_at: 240 } })
    const old = world.transport.last
    world.wait(190)
    return { ...world, old }
  }

  test('between call and answer: nothing runs twice, and the next session is asked once', async () => {
    const world = await late()
    const { old, transport } = world
    const say = (type: string, fields: object) => old.say({ type, ...fields })
    world.ask()
    say('response.created', { response: { id: 'r1', status: 'in_progress', output: [] } })
    say('response.output_item.done', { response_id: 'r1', item: call('c1') })
    for (let second = 0; (transport.last === old || transport.last.closed) && second < 40; second += 1) {
      world.wait(1)
      await turnsOfTheLoop()
    }
    const next = transport.last
    next.say({ type: 'session.created', session: { expires_at: 7_200 } })
    next.say({ type: 'session.updated', session: {} })
    world.wait(Math.ceil(217 - world.timers.now() / 1_000))
    const whileAnswering = old.closed
    say('response.done', { response: { id: 'r1', status: 'completed', output: [call('c1')] } })
    world.timers.pass(1)
    const taken = [whileAnswering, old.closed, world.phase(), world.out(next)]
    world.reply('c1')
    expect([taken, told(world), world.told()]).toEqual([[false, true, 'acting', []], ['function_call call_', 'call_: done c1', 'create'], ['asked c1']])
  })
})

describe('another talk', () => {
  test.each([
    ['a new session by the person', (world: ActingWorld) => world.sut.reconnect()],
    ['another server', (world: ActingWorld) => world.sut.reconnect('elsewhere')],
    ['another conversation', (world: ActingWorld) => world.sut.openConversation([], () => undefined)],
    ['the end', (world: ActingWorld) => world.sut.stop()],
  ])('%s: what runs is told to stop, and its answer goes nowhere it does not belong', async (what, act) => {
    const world = await acting()
    act(world)
    if (what !== 'the end') await world.begin()
    world.reply('c1')
    expect([world.told(), world.phase(), told(world).filter((word) => word.startsWith('create'))]).toEqual([['asked c1', 'interrupted c1'], 'idle', what === 'the end' ? ['create'] : []])
    if (what === 'another server' || what === 'another conversation') expect(told(world)).toEqual([])
  })

  test('a call that the person deletes takes its answer and its image along', async () => {
    const world = await acting()
    world.reply('c1', { images: ['data:image/png;base64,AA'] })
    const item = world.sut.conversation.current.items.find(({ tool }) => tool !== undefined)?.id
    if (item !== undefined) world.sut.removeItem(item)
    expect(world.out().slice(-3)).toEqual(['delete', 'delete', 'delete'])
  })

  test('deleted while it runs: nothing names it any more, and the answer is asked for all the same', async () => {
    const world = await acting()
    const item = world.sut.conversation.current.items.find(({ tool }) => tool !== undefined)?.id
    if (item !== undefined) world.sut.removeItem(item)
    world.reply('c1')
    expect(world.out().slice(2)).toEqual(['delete', 'create'])
  })

  test('an answer to what nobody asked is not sent', async () => {
    const world = await actingWorld()
    world.sut.answerCall('nobody' as never, { output: 'x' })
    expect([world.out(), world.phase()]).toEqual([[], 'idle'])
  })

  test('the session does not fall asleep while a call runs', async () => {
    const world = await acting()
    for (let minute = 0; minute < 40; minute += 1) {
      world.wait(60)
      world.sut.callProgress(world.idOf('c1'))
    }
    expect([world.phase(), world.sut.facts().connection.name]).toEqual(['acting', 'ready'])
  })
})
