import { expect, test } from 'vitest'
import { encodePcm } from '../../../../../src/main/talk/input/pcm-encoder'
import { NOT_RUN } from '../../../../../src/shared/text/tool-words'
import { type ActingWorld, actingWorld, call, words } from './acting-world'

/** Open hands-free, and a question that the server has heard. */
async function heard(): Promise<ActingWorld> {
  const world = await actingWorld()
  world.sut.setMode('hands-free')
  world.say('session.updated', { session: {} })
  question(world, 'q1')
  return world
}

function question(world: ActingWorld, item: string): void {
  world.say('input_audio_buffer.speech_started', { item_id: item })
  world.say('input_audio_buffer.speech_stopped', { item_id: item })
  world.say('input_audio_buffer.committed', { item_id: item })
}

test('calls are run, answered, and one request follows, which the server would not make by itself', async () => {
  const world = await heard()
  world.answers('r1', [words('i1'), call('c1'), call('c2')])
  world.hear()
  const acting = world.sut.facts().acting
  world.reply('c1')
  world.reply('c2')
  world.answers('r2', [words('i2', 'Noon.')])
  world.hear()
  const asked = world.facts.flatMap((fact) => (fact.type === 'callsAsked' || fact.type === 'turnAsked' ? [[fact.type, fact.turn]] : []))
  expect([acting, asked, world.out(), world.audio.speaker.sounded, world.sut.facts().acting]).toEqual([true, [['turnAsked', null], ['callsAsked', null]], ['call_c1: done c1', 'call_c2: done c2', 'create'], 9_600, false])
})

test('several rounds, each with its request', async () => {
  const world = await heard()
  for (const round of ['1', '2', '3']) {
    world.answers(`r${round}`, [call(`c${round}`)])
    world.reply(`c${round}`)
  }
  expect(world.out().filter((word) => word.startsWith('create'))).toEqual(['create', 'create', 'create'])
})

test('the person speaks on: what runs is told to stop, its output goes without a request, and the server answers what it hears', async () => {
  const world = await heard()
  world.answers('r1', [call('c1')])
  question(world, 'q2')
  world.reply('c1')
  world.answers('r2', [words('i2', 'Yes?')])
  expect([world.told(), world.out().filter((word) => word !== 'cancel'), world.audio.played.size]).toEqual([['asked c1', 'interrupted c1'], ['call_c1: done c1'], 1])
})

test('an interruption may come as incomplete: the call is answered, not run, and nothing told to the person', async () => {
  const world = await heard()
  world.created('r1')
  world.brings('r1', call('c1'))
  world.done('r1', [call('c1')], { status: 'incomplete', status_details: { type: 'incomplete', reason: 'turn_detected' } })
  expect([world.told(), world.out(), world.log.filter((entry) => entry.startsWith('answer'))]).toEqual([[], [`call_c1: ${NOT_RUN}`], []])
})

test('answered while the server speaks by itself: the request waits for the end of that', async () => {
  const world = await heard()
  world.answers('r1', [call('c1')])
  world.created('idle')
  world.say('response.output_audio.delta', { response_id: 'idle', item_id: 'i9', delta: encodePcm(new Int16Array(480).fill(7)) })
  world.reply('c1')
  const before = world.out()
  world.done('idle', [words('i9', 'Still there?')])
  expect([before, world.out()]).toEqual([['call_c1: done c1'], ['call_c1: done c1', 'create']])
})

test('a cut: the next session is told of the pair when hands-free is open again, asked once, and not asked the question once more', async () => {
  const world = await heard()
  world.answers('r1', [call('c1')])
  await world.cut()
  world.reply('c1')
  const before = world.out().map((word) => word.split(' ')[0])
  world.say('session.updated', { session: {} })
  expect([before, world.out().at(-1), world.out().filter((word) => word === 'create').length, world.sent('input_audio_buffer.append').length]).toEqual([['function_call', expect.stringMatching(/^call_/)], 'create', 1, 0])
})

test('Escape, and the end of hands-free: no request follows', async () => {
  for (const act of [(world: ActingWorld) => world.sut.verbs.cancel(), (world: ActingWorld) => world.sut.setMode('hold')]) {
    const world = await heard()
    world.answers('r1', [call('c1')])
    act(world)
    world.say('session.updated', { session: {} })
    world.reply('c1')
    expect([world.told(), world.out().filter((word) => word === 'create')]).toEqual([['asked c1', 'interrupted c1'], []])
  }
})

test('a question that is typed meanwhile has its own request, and no other follows', async () => {
  const world = await heard()
  world.answers('r1', [call('c1')])
  world.sut.submit({ kind: 'text', text: 'Wait.' })
  world.reply('c1')
  expect([world.told(), world.out()]).toEqual([['asked c1', 'interrupted c1'], ['user Wait.', 'create', 'call_c1: done c1']])
})

test('muted, it goes on: the session does not fall asleep under it, and what comes is spoken', async () => {
  const world = await heard()
  world.answers('r1', [call('c1')])
  world.sut.verbs.press()
  for (let minute = 0; minute < 45; minute += 1) {
    world.wait(60)
    world.sut.callProgress(world.idOf('c1'))
  }
  const { connection, acting } = world.sut.facts()
  world.reply('c1')
  expect([connection.name, acting, world.out().at(-1)]).toEqual(['ready', true, 'create'])
})

test('what says nothing for two minutes is given up, and nobody speaks of it any more', async () => {
  const world = await heard()
  world.answers('r1', [call('c1')])
  world.wait(119)
  const before = world.sut.facts().acting
  world.wait(2)
  const after = world.sut.facts().acting
  world.reply('c1')
  expect([before, after, world.told(), world.out()]).toEqual([true, false, ['asked c1', 'interrupted c1'], ['call_c1: done c1']])
})

test('eight rounds are counted for each question, also where the server never says that it has one', async () => {
  const world = await heard()
  for (let number = 0; number < 9; number += 1) {
    world.say('input_audio_buffer.speech_started', { item_id: `q${String(number)}x` })
    world.say('input_audio_buffer.speech_stopped', { item_id: `q${String(number)}x` })
    world.answers(`r${String(number)}`, [call(`c${String(number)}`)])
    world.reply(`c${String(number)}`)
    world.answers(`s${String(number)}`, [words(`i${String(number)}`)])
    world.hear()
  }
  expect(world.out().filter((word) => word.startsWith('create'))).toEqual(Array.from({ length: 9 }, () => 'create'))
})
