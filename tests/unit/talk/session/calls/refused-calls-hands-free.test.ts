import { describe, expect, test } from 'vitest'
import { NOT_AVAILABLE } from '../../../../../src/shared/text/tool-words'
import { answers, brings, call, out, REFUSED } from './calling-world'
import { talkingWorld } from '../../talking-world'

describe('in open hands-free', () => {
  test('one request follows a question, whatever the model does', async () => {
    const world = await talkingWorld()
    world.handsFree()
    world.say('input_audio_buffer.committed', { item_id: 'q1' })
    answers(world, 'r1', [call('c1')])
    answers(world, 'r2', [call('c2')])
    world.say('input_audio_buffer.committed', { item_id: 'q2' })
    answers(world, 'r3', [call('c3')])
    world.created('r4')
    world.sound({ response_id: 'r4', item_id: 'i4' })
    expect([out(world), world.played()]).toEqual([[REFUSED, 'create without tools', `call_c2: ${NOT_AVAILABLE}`, `call_c3: ${NOT_AVAILABLE}`, 'create without tools'], 480])
  })

  test('words and a call: no request', async () => {
    const world = await talkingWorld()
    world.handsFree()
    world.created('r1')
    world.sound({ response_id: 'r1', item_id: 'i1' })
    brings(world, 'r1', call('c1'))
    world.done({ id: 'r1', output: [] })
    expect(out(world)).toEqual([REFUSED])
  })

  test('the person speaks on: the answer to that is heard, and a refused request is nobody\'s trouble', async () => {
    const world = await talkingWorld()
    world.handsFree()
    answers(world, 'r1', [call('c1')])
    world.created('own')
    world.say('error', { error: { type: 'invalid_request_error', code: 'conversation_already_has_active_response', message: 'busy', event_id: 'create_1' } })
    world.sound({ response_id: 'own', item_id: 'i1' })
    expect([world.played(), world.told, out(world)]).toEqual([480, [], [REFUSED, 'create without tools']])
  })
})
