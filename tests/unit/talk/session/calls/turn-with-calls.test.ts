import { describe, expect, test } from 'vitest'
import { acting, actingWorld, call, words } from './acting-world'

describe('one turn with calls', () => {
  test('what is said before them is played as any answer, and its call announced by name', async () => {
    const world = await actingWorld()
    world.ask()
    world.created('r1')
    world.brings('r1', words('i1'))
    world.say('response.output_item.added', { response_id: 'r1', item: call('c1', { status: 'in_progress', arguments: '' }) })
    world.say('response.output_item.added', { response_id: 'r1', item: call('c1', { status: 'in_progress', arguments: '' }) })
    const announced = world.facts.flatMap((fact) => (fact.type === 'callAnnounced' ? [[fact.name, fact.turn !== null]] : []))
    expect([announced, world.phase(), [...world.audio.played.values()].flat().length, world.told()]).toEqual([[['clock', true]], 'speaking', 1, []])
  })

  test('nothing is run on pieces of arguments, on their end, or before the response is over', async () => {
    const world = await actingWorld()
    world.ask()
    world.created('r1')
    world.say('response.output_item.added', { response_id: 'r1', item: call('c1', { status: 'in_progress', arguments: '' }) })
    world.say('response.function_call_arguments.delta', { response_id: 'r1', item_id: 'c1', call_id: 'call_c1', delta: '{"id":"c1"}' })
    world.say('response.function_call_arguments.done', { response_id: 'r1', item_id: 'c1', call_id: 'call_c1', name: 'clock', arguments: '{"id":"c1"}' })
    world.say('response.output_item.done', { response_id: 'r1', item: call('c1') })
    const before = world.told()
    world.done('r1', [call('c1')])
    expect([before, world.told(), world.phase(), world.out()]).toEqual([[], ['asked c1'], 'acting', ['commit', 'create']])
  })

  test('each of several is answered as it comes, and one request follows the last', async () => {
    const world = await acting(words('i1'), call('c1'), call('c2'), call('c3'))
    world.reply('c2')
    world.reply('c1')
    const before = [world.phase(), world.out().filter((word) => word === 'create').length]
    world.reply('c3')
    expect([world.told(), before, world.out()]).toEqual([['asked c1 c2 c3'], ['speaking', 1], ['commit', 'create', 'call_c2: done c2', 'call_c1: done c1', 'call_c3: done c3', 'create']])
  })

  test('an answer goes out as it is, encoded once, whatever it is', async () => {
    const world = await acting(call('c1'), call('c2'))
    world.reply('c1', { output: '{"text":"\\"a\\"\\nb"}' })
    world.reply('c2', { output: '' })
    const outputs = world.sent('conversation.item.create').map(({ item }) => (item as { readonly output: string }).output)
    expect(outputs).toEqual(['{"text":"\\"a\\"\\nb"}', ''])
  })

  test('images go right behind the output, and have no bubble', async () => {
    const world = await acting()
    world.reply('c1', { images: ['data:image/png;base64,AA', 'data:image/png;base64,BB'] })
    const sent = world.sent('conversation.item.create').at(-1) as { readonly item?: { readonly id: string } } | undefined
    world.say('conversation.item.added', { item: { ...sent?.item, type: 'message', role: 'user', status: 'completed' } })
    world.say('conversation.item.done', { item: { ...sent?.item, type: 'message', role: 'user', status: 'completed' } })
    expect([world.out().slice(2), world.texts()]).toEqual([['call_c1: done c1', 'user input_image input_image', 'create'], ['assistant: ']])
  })

  test('while what was said before still plays it is heard; the answer behind it comes behind it', async () => {
    const world = await acting(words('i1'), call('c1'))
    const phases = [world.phase()]
    world.reply('c1')
    phases.push(world.phase())
    world.created('r2')
    world.brings('r2', words('i2', 'It is noon.'))
    world.done('r2', [words('i2', 'It is noon.')])
    phases.push(world.phase())
    const [first, second] = [...world.audio.played.keys()]
    world.audio.speaker.untilDrained(first ?? '')
    phases.push(world.phase())
    world.audio.speaker.untilDrained(second ?? '')
    expect([phases, world.phase(), world.audio.speaker.sounded, world.audio.calls.filter((each) => each.startsWith('stop'))]).toEqual([['speaking', 'speaking', 'speaking', 'speaking'], 'idle', 9_600, []])
  })

  test('heard to its end it is a tool that is waited for, and then an answer', async () => {
    const world = await acting(words('i1'), call('c1'))
    world.hear()
    const phases = [world.phase()]
    world.reply('c1')
    phases.push(world.phase())
    expect(phases).toEqual(['acting', 'thinking'])
  })

  test('answered while it plays, and heard to its end before the next begins: it is thought about', async () => {
    const world = await acting(words('i1'), call('c1'))
    world.reply('c1')
    world.hear()
    expect(world.phase()).toBe('thinking')
  })

  test('the question is answered only when a response without calls is over', async () => {
    const world = await acting()
    world.reply('c1')
    world.answers('r2', [words('i2', 'One more.'), call('c2')])
    world.hear()
    const between = world.phase()
    world.reply('c2')
    world.answers('r3', [words('i3', 'Done.')])
    world.hear()
    expect([between, world.phase(), world.out().filter((word) => word.startsWith('create'))]).toEqual(['acting', 'idle', ['create', 'create', 'create']])
  })

  test('words that are only read, and calls: the next answer is asked for as well', async () => {
    const world = await actingWorld()
    world.ask()
    world.created('r1')
    world.say('response.output_text.delta', { response_id: 'r1', item_id: 'i1', content_index: 0, delta: 'Let me look.' })
    world.brings('r1', call('c1'))
    world.done('r1', [call('c1')])
    world.reply('c1')
    expect([world.phase(), world.out().at(-1)]).toEqual(['thinking', 'create'])
  })

  test('an empty answer behind a preamble is told', async () => {
    const world = await acting(words('i1'), call('c1'))
    world.hear()
    world.reply('c1')
    world.answers('r2', [])
    expect([world.phase(), world.log.at(-1)]).toEqual(['idle', 'answer-empty'])
  })

  test('one that is answered within the fact that asks for it', async () => {
    const world: { sut?: { answerCall: (typeof sync)['sut']['answerCall'] } } = {}
    const sync = await actingWorld([{ name: 'at once', heard: (fact) => fact.type === 'callsAsked' && fact.calls.forEach(({ call: id }) => world.sut?.answerCall(id, { output: 'now' })) }])
    world.sut = sync.sut
    sync.ask()
    sync.answers('r1', [call('c1')])
    expect([sync.out(), sync.phase()]).toEqual([['commit', 'create', 'call_c1: now', 'create'], 'thinking'])
  })
})

describe('each once', () => {
  test('answered twice: the second is not sent', async () => {
    const world = await acting(call('c1'), call('c2'))
    world.reply('c1')
    world.reply('c1', { output: 'again' })
    expect([world.out().slice(2), world.phase()]).toEqual([['call_c1: done c1'], 'acting'])
  })

  test('the end of the item, of the response, or all of it told twice', async () => {
    const world = await acting()
    world.say('response.output_item.done', { response_id: 'r1', item: call('c1') })
    world.done('r1', [call('c1')])
    world.reply('c1')
    world.say('response.output_item.done', { response_id: 'r1', item: call('c1') })
    world.done('r1', [call('c1')])
    world.answers('r2', [words('i2', 'Noon.')])
    world.done('r1', [call('c1')])
    world.hear()
    expect([world.told(), world.out(), world.phase()]).toEqual([['asked c1'], ['commit', 'create', 'call_c1: done c1', 'create'], 'idle'])
  })

  test('one call under two items of a response', async () => {
    const world = await acting(call('c1'), call('other', { call_id: 'call_c1', arguments: '{"id":"c1"}' }))
    world.reply('c1')
    expect([world.told(), world.out().slice(2)]).toEqual([['asked c1'], ['call_c1: done c1', 'create']])
  })

  test('two calls of one name in a response: the first is run, since only one can be answered', async () => {
    const world = await acting(call('c1'), call('c2', { call_id: 'call_c1' }))
    world.reply('c1')
    expect([world.told(), world.out().slice(2)]).toEqual([['asked c1'], ['call_c1: done c1', 'create']])
  })

  test('the same call in the next response: nothing runs, and the model is asked to say what it has', async () => {
    const world = await acting()
    world.reply('c1')
    world.answers('r2', [call('x', { call_id: 'call_c1', arguments: '{"id":"c1"}' })])
    expect([world.told(), world.out().slice(2)]).toEqual([['asked c1'], ['call_c1: done c1', 'create', 'create without tools']])
  })

  test('a name that a server uses again for another call means that one', async () => {
    const world = await acting()
    world.reply('c1')
    world.answers('r2', [call('c2', { call_id: 'call_c1' })])
    world.reply('c2')
    expect([world.told(), world.out().slice(2)]).toEqual([['asked c1', 'asked c2'], ['call_c1: done c1', 'create', 'call_c1: done c2', 'create']])
  })

  test('repeated under a name of its own, it is a call of its own', async () => {
    const world = await acting(call('c1'), call('c2', { arguments: '{"id":"c1"}' }))
    for (const { call: id } of world.asked) world.sut.answerCall(id, { output: 'dice' })
    expect([world.asked.length, world.out().slice(2)]).toEqual([2, ['call_c1: dice', 'call_c2: dice', 'create']])
  })

  test('a call that comes when its response is over is answered, and not run', async () => {
    const world = await acting(words('i1'))
    world.brings('r1', call('late'))
    world.hear()
    expect([world.told(), world.out().slice(2), world.phase()]).toEqual([[], ['call_late: {"status":"not_run","why":"the person interrupted"}'], 'idle'])
  })
})

describe('rounds', () => {
  test('after eight the model is asked to say what it has, and what it calls then is not run', async () => {
    const world = await actingWorld()
    world.ask()
    for (let round = 1; round <= 8; round += 1) {
      world.answers(`r${String(round)}`, [call(`c${String(round)}`)])
      world.reply(`c${String(round)}`)
    }
    world.answers('r9', [call('c9')])
    const requests = world.out().filter((word) => word.startsWith('create'))
    expect([requests, world.told().length, world.out().at(-1)?.startsWith('call_c9: {"status":"not_run"'), world.phase(), world.log.at(-1)]).toEqual([
      [...Array.from({ length: 8 }, () => 'create'), 'create without tools'], 8, true, 'idle', 'answer-empty',
    ])
  })

  test('the next question counts anew', async () => {
    const world = await actingWorld()
    for (let turn = 0; turn < 3; turn += 1) {
      world.ask()
      for (let round = 1; round <= 4; round += 1) {
        const id = `${String(turn)}${String(round)}`
        world.answers(`r${id}`, [call(`c${id}`)])
        world.reply(`c${id}`)
      }
      world.answers(`s${String(turn)}`, [words(`i${String(turn)}`)])
      world.hear()
    }
    expect(world.out().filter((word) => word.startsWith('create'))).toEqual(Array.from({ length: 15 }, () => 'create'))
  })

  test('what nobody does is refused at once, beside what somebody does', async () => {
    const world = await acting(call('c1'), call('c2', { name: 'nobody' }))
    const before = world.out().slice(2)
    world.reply('c1')
    expect([before, world.out().slice(2)]).toEqual([['call_c2: Not available here; nothing was done.'], ['call_c2: Not available here; nothing was done.', 'call_c1: done c1', 'create']])
  })
})

describe('the bound', () => {
  test('a tool that says nothing for two minutes is given up; what it brings later is told, and nobody speaks of it', async () => {
    const world = await acting()
    world.wait(119)
    const before = world.phase()
    world.wait(2)
    const after = [world.phase(), world.log.at(-1)]
    world.reply('c1')
    expect([before, after, world.told(), world.out().slice(2)]).toEqual(['acting', ['idle', 'timeout'], ['asked c1', 'interrupted c1'], ['call_c1: done c1']])
  })

  test('every answer, and every sign of life, begins it anew', async () => {
    const world = await acting(call('c1'), call('c2'))
    world.wait(100)
    world.reply('c1')
    world.wait(100)
    world.sut.callProgress(world.idOf('c2'))
    world.wait(100)
    expect(world.phase()).toBe('acting')
  })
})
