import { describe, expect, test } from 'vitest'
import { parseServerEvent, type ServerEvent } from '../../../../src/main/talk/core/realtime/server-event'
import { FloodGate } from '../../../../src/main/talk/session/flood-gate'

const event = (fields: Readonly<Record<string, unknown>>): ServerEvent => {
  const parsed = parseServerEvent(JSON.stringify(fields))
  if (parsed.kind !== 'known') throw new Error(`not an event: ${JSON.stringify(fields)}`)
  return parsed.event
}
const added = (id: string, text = '') => event({ type: 'conversation.item.added', item: { id, type: 'message', role: 'assistant', content: [{ type: 'text', text }] } })
const delta = (id: string, text: string) => event({ type: 'response.output_text.delta', response_id: 'r', item_id: id, delta: text })
const done = (id: string, text: string) => event({ type: 'response.output_text.done', response_id: 'r', item_id: id, text })

function gate(items = 3, chars = 100) {
  let told = 0
  const sut = new FloodGate(() => { told += 1 }, { items, asked: 1, chars })
  const through = (what: ServerEvent, asked = false, session = 1) => sut.admit(session, what, asked)
  return { through, told: () => told }
}

describe('items', () => {
  test('beyond the number are left out and told once; what is known goes on, and what was asked has room', () => {
    const { through, told } = gate()
    const first = ['a', 'b', 'c', 'd', 'e'].map((id) => through(added(id)) !== null)
    const after = [through(delta('a', 'x')), through(delta('f', 'x')), through(done('e', 'x')), through(delta('asked', 'x'), true), through(delta('asked', 'y')), through(delta('more', 'x'), true)]
    expect([first, after.map((each) => each !== null), told()]).toEqual([[true, true, true, false, false], [true, false, false, true, true, false], 1])
  })

  test('begin anew with a new session, not with what a server says', () => {
    const { through, told } = gate(1)
    through(added('a'))
    through(event({ type: 'session.created', session: {} }))
    const same = through(added('b'))
    expect([same, through(added('b'), false, 2) !== null, through(added('c'), false, 2), told()]).toEqual([null, true, null, 2])
  })

  test('that come, go and come again count each time', () => {
    const { through } = gate(2)
    const through10 = Array.from({ length: 10 }, (_, index) => {
      const came = through(added(`i${String(index)}`)) !== null
      through(event({ type: 'conversation.item.deleted', item_id: `i${String(index)}` }))
      return came
    })
    expect(through10.filter(Boolean)).toHaveLength(2)
  })
})

describe('text', () => {
  test('is cut where the session has no room for more, between whole characters, and told once', () => {
    const { through, told } = gate(9, 10)
    const taken = [through(delta('a', '12345')), through(delta('a', '678😀😀')), through(delta('a', 'x')), through(added('b', 'y'))]
    expect([taken, told()]).toEqual([[delta('a', '12345'), delta('a', '678😀'), delta('a', ''), added('b', '')], 1])
  })

  test('that only takes the place of what there is costs nothing', () => {
    const { through, told } = gate(9, 10)
    through(delta('a', '12345'))
    const whole = [through(done('a', '123456789')), through(added('a', '12345678')), through(added('a', '1234567890123'))]
    expect([whole, told()]).toEqual([[done('a', '123456789'), added('a', '12345678'), added('a', '1234567890')], 1])
  })

  test('that is completed several times adds up, but for what grew since', () => {
    const { through, told } = gate(9, 10)
    const taken = [delta('a', '123'), done('a', '1234'), delta('a', '56'), done('a', '56'), done('a', '7890123')].map((each) => through(each))
    expect([taken, told()]).toEqual([[delta('a', '123'), done('a', '1234'), delta('a', '56'), done('a', '56'), done('a', '7890')], 1])
  })

  test('of calls and of what was said counts as well, and no name is longer than a name', () => {
    const { through } = gate(9, 20)
    const call = event({ type: 'conversation.item.added', item: { id: 'c', type: 'function_call', name: 'n'.repeat(1_000), call_id: 'x', arguments: 'a'.repeat(50) } })
    const words = through(event({ type: 'conversation.item.input_audio_transcription.completed', item_id: 'u', transcript: 'long' }))
    const taken = through(call)
    expect([taken !== null && 'item' in taken ? taken.item : null, words]).toEqual([
      expect.objectContaining({ name: 'n'.repeat(256), arguments: 'a'.repeat(16) }),
      expect.objectContaining({ transcript: 'long' }),
    ])
  })
})

test('of an image that a server sends nothing is kept, however large', () => {
  const { through, told } = gate(9, 10)
  const image = (type: string) => ({ type, image_url: `data:image/png;base64,${'A'.repeat(2_000_000)}` })
  const item = { id: 'i', type: 'message', role: 'user', content: [image('input_image'), { type: 'input_text', text: 'Look.' }, image('image')] }
  const taken = ['conversation.item.added', 'conversation.item.done', 'response.output_item.done'].map((type) => JSON.stringify(through(event({ type, item }))))
  expect([taken.filter((each) => each.includes('Look.') && each.length < 500), told()]).toEqual([taken, 0])
})
