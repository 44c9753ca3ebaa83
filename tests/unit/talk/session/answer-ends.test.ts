import { describe, expect, test } from 'vitest'
import { said, settled, talkingWorld } from '../talking-world'

const NAMED = { response_id: 'r1', item_id: 'i1' }

describe('speaking ends by facts', () => {
  test.each([
    ['an empty delta', ''],
    ['a delta nobody can decode', '!!!'],
    ['half a sample', 'AA=='],
  ])('%s is no sound: nothing waits for the loudspeaker', async (_what, delta) => {
    const world = await talkingWorld()
    world.ask()
    world.created('r1')
    world.say('response.output_audio.delta', { ...NAMED, delta })
    world.done({ id: 'r1', output: [said('i1')] })
    expect([world.view().phase, world.audio.played.size, world.told]).toEqual(['idle', 0, []])
  })

  test('a whole answer without the end of its items, and without its items', async () => {
    const world = await talkingWorld()
    world.ask()
    world.created('r1')
    world.sound(NAMED)
    world.sound({ response_id: 'r1', item_id: 'i2' })
    world.done({ id: 'r1', output: [] })
    const ended = world.audio.calls.filter((call) => call.startsWith('end')).length
    for (const item of world.audio.played.keys()) world.drain(item)
    expect([ended, world.view().phase]).toEqual([2, 'idle'])
  })

  test('the loudspeaker alone does not end it, and sound that comes late is heard', async () => {
    const world = await talkingWorld()
    world.ask()
    world.created('r1')
    world.sound(NAMED)
    world.say('response.output_audio.done', NAMED)
    const [item = ''] = world.audio.played.keys()
    world.drain(item)
    const between = world.view().phase
    world.sound(NAMED)
    world.done({ id: 'r1', output: [said('i1')] })
    const waits = world.view().phase
    world.drain(item)
    expect([between, waits, world.view().phase, world.played()]).toEqual(['speaking', 'speaking', 'idle', 960])
  })

  test('an hour behind all that, the session sleeps', async () => {
    const world = await talkingWorld({ sleepAfterMinutes: 1 })
    world.ask()
    world.created('r1')
    world.say('response.output_audio.delta', { ...NAMED, delta: '' })
    world.done({ id: 'r1', output: [] })
    world.wait(70)
    expect(world.view().connection.state).toBe('asleep')
  })

  test('what found no room in the player is told once, and not waited for', async () => {
    const world = await talkingWorld({}, 2)
    world.ask()
    world.created('r1')
    for (let chunk = 0; chunk < 4; chunk += 1) world.sound(NAMED)
    world.done({ id: 'r1', output: [said('i1')] })
    const [item = ''] = world.audio.played.keys()
    world.drain(item)
    expect([world.view().phase, world.told, world.played(), world.audio.speaker.sounded]).toEqual(['idle', ['sound-lost'], 1_920, 960])
  })
})

describe('how an answer ended is told in one sentence, and the turn is over', () => {
  const QUOTA = { type: 'insufficient_quota', code: 'insufficient_quota', message: 'no credit' }
  const failed = (error: object | null) => ({ id: 'r1', status: 'failed', status_details: { type: 'failed', error } })
  const incomplete = (reason: string) => ({ id: 'r1', status: 'incomplete', status_details: { type: 'incomplete', reason } })

  test.each([
    ['failed, and does not say why', failed(null), 'answer-failed'],
    ['failed, with words nobody knows', failed({ type: 'odd', code: 'odd', message: 'odd' }), 'answer-failed'],
    ['failed for the account', failed(QUOTA), 'quota'],
    ['held back', incomplete('content_filter'), 'answer-filtered'],
    ['too long', incomplete('max_output_tokens'), 'answer-short'],
    ['incomplete for a reason nobody knows', incomplete('moon'), 'answer-short'],
    ['complete, with nothing in it', { id: 'r1' }, 'answer-empty'],
    ['complete, with a message that says nothing', { id: 'r1', output: [{ id: 'i1', type: 'message', role: 'assistant', content: [] }] }, 'answer-empty'],
    ['cancelled by the server', { id: 'r1', status: 'cancelled' }, 'answer-empty'],
  ])('%s', async (_how, response, tag) => {
    const world = await talkingWorld()
    world.ask()
    world.created('r1')
    world.done(response)
    expect([world.view().phase, world.told]).toEqual(['idle', [tag]])
  })

  test('cut short while it is heard: what came is played to its end', async () => {
    const world = await talkingWorld()
    world.ask()
    world.created('r1')
    world.sound(NAMED)
    world.done({ ...incomplete('max_output_tokens'), output: [said('i1')] })
    const phase = world.view().phase
    for (const item of world.audio.played.keys()) world.drain(item)
    expect([phase, world.view().phase, world.told]).toEqual(['speaking', 'idle', ['answer-short']])
  })

  test.each([
    ['an account without credit', QUOTA, 'quota'],
    ['an error nobody knows', { type: 'odd', code: 'odd', message: 'odd' }, 'answer-failed'],
    ['the name of an event that is not ours', { type: 'odd', code: 'odd', message: 'odd', event_id: 'event_77' }, 'answer-failed'],
  ])('%s in place of an answer, naming nobody', async (_what, error, tag) => {
    const world = await talkingWorld()
    world.ask()
    world.say('error', { error })
    const at = world.view().phase
    world.wait(2)
    expect([at, world.view().phase, world.told]).toEqual(['thinking', 'idle', [tag]])
  })

  test('an error that names nobody, and then the answer after all: the answer is heard, the error told', async () => {
    const world = await talkingWorld()
    world.ask()
    world.say('error', { error: { type: 'invalid_request_error', code: 'invalid_value', message: 'no' } })
    world.created('r1')
    world.sound(NAMED)
    world.wait(2)
    expect([world.view().phase, world.played(), world.told]).toEqual(['speaking', 480, ['protocol']])
  })

  const BROKEN = { type: 'server_error', code: 'odd_new', message: 'broke' }
  test.each([
    ['an account without credit', QUOTA, 'quota'],
    ['an error nobody knows', { type: 'odd', code: 'odd', message: 'odd' }, 'answer-failed'],
    ['the name of the request', { type: 'odd', code: 'odd', message: 'odd', event_id: 'create_1' }, 'answer-failed'],
  ])('%s behind the announcement of an answer, in place of it', async (_what, error, tag) => {
    const world = await talkingWorld()
    world.ask()
    world.created('r1')
    world.say('error', { error })
    world.wait(4)
    const at = world.view().phase
    world.wait(2)
    expect([at, world.view().phase, world.told]).toEqual(['thinking', 'idle', [tag]])
  })

  test('a server that broke is asked again, and never told as a connection that did', async () => {
    const world = await talkingWorld()
    world.ask()
    for (let times = 0; times < 2; times += 1) {
      world.created(`r${String(times)}`)
      world.say('error', { error: BROKEN })
      world.wait(20)
    }
    expect([world.view().phase, world.told, world.sent('response.create').length]).toEqual(['idle', ['answer-failed'], 2])
  })

  test('the error first, then only the announcement', async () => {
    const world = await talkingWorld()
    world.ask()
    world.say('error', { error: QUOTA })
    world.created('r1')
    world.wait(7)
    expect([world.view().phase, world.told]).toEqual(['idle', ['quota']])
  })

  test('an error behind the announcement, and slow first words: the answer is heard, the error told', async () => {
    const world = await talkingWorld()
    world.ask()
    world.created('r1')
    world.say('error', { error: BROKEN })
    world.wait(4)
    world.say('response.output_item.added', { response_id: 'r1', item: { id: 'i1', type: 'message', role: 'assistant', content: [] } })
    world.wait(4)
    world.sound(NAMED)
    world.wait(2)
    expect([world.view().phase, world.played(), world.told, world.sent('response.cancel')]).toEqual(['speaking', 480, ['answer-failed'], []])
  })

  test('an error behind the announcement, and the end that says the same: told once', async () => {
    const world = await talkingWorld()
    world.ask()
    world.created('r1')
    world.say('error', { error: { type: 'odd', code: 'odd', message: 'odd' } })
    world.done(failed({ type: 'odd', code: 'odd', message: 'odd' }))
    world.wait(7)
    expect([world.view().phase, world.told]).toEqual(['idle', ['answer-failed']])
  })

  test.each([
    ['response.output_text.done', { text: 'Yes.' }],
    ['response.output_audio_transcript.done', { transcript: 'Yes.' }],
  ])('words that come whole (%s) and an end that names nothing: an answer, not an empty one', async (type, words) => {
    const world = await talkingWorld()
    world.ask()
    world.created('r1')
    world.say(type, { ...NAMED, content_index: 0, output_index: 0, ...words })
    world.done({ id: 'r1', output: [] })
    expect([world.view().phase, world.told, world.sent('response.cancel')]).toEqual(['idle', [], []])
  })

  test('a server that turns one away without a word is not said to want money', async () => {
    const world = await talkingWorld()
    world.ask()
    world.transport.last.drop({ closeCode: 1008 })
    await settled()
    expect(world.told).toEqual(['turned-away'])
  })

  test('an account that runs empty while nobody talks is told, too; a close that follows tells it instead', async () => {
    const [told, closed] = [await talkingWorld(), await talkingWorld()]
    for (const world of [told, closed]) world.say('error', { error: QUOTA })
    closed.transport.last.drop({ closeCode: 1008 })
    for (const world of [told, closed]) world.timers.pass(2_000)
    await settled()
    expect([told.told, closed.told]).toEqual([['quota'], ['quota']])
  })

  test('a key that is refused says nothing of the session that comes with the next key', async () => {
    const world = await talkingWorld()
    const old = world.transport.last
    old.say({ type: 'error', error: QUOTA })
    world.sut.updateSettings({ model: 'gpt-realtime-2.1-mini' })
    await settled()
    world.say('session.created', { session: {} })
    world.say('session.updated', { session: {} })
    world.timers.pass(2_000)
    expect([world.transport.sockets.length, world.view().connection.state, world.told]).toEqual([2, 'ready', []])
  })

  test('an error before the session is ready is the connection\'s to tell', async () => {
    const world = await talkingWorld()
    world.sut.updateSettings({ model: 'gpt-realtime-2.1-mini' })
    await settled()
    world.say('error', { error: QUOTA })
    world.say('session.created', { session: {} })
    world.say('session.updated', { session: {} })
    world.timers.pass(2_000)
    expect(world.told).toEqual([])
  })
})
