import { expect, test } from 'vitest'
import { AudioInput } from '../../../../src/main/talk/input/audio-input'
import { itemId, turnId } from '../../../../src/shared/ids'

const TURN = turnId('turn_1')
const NEXT = turnId('turn_2')
const frame = (value: number) => new Int16Array(480).fill(value)

function audioInput() {
  const wire: string[] = []
  const socket = { ready: true, buffered: 0 }
  const committed: string[] = []
  const sut = new AudioInput(
    {
      isReady: () => socket.ready,
      bufferedBytes: () => socket.buffered,
      append: (pcm) => wire.push(`append ${String(pcm[0])}`),
      commit: () => wire.push('commit'),
      clear: () => wire.push('clear'),
      repeating: () => undefined,
    },
    (turn, samples) => committed.push(`${turn} ${String(samples)}`),
  )
  return { sut, wire, socket, committed }
}

test('frames go out as they come, and the commit behind them', () => {
  const { sut, wire, committed } = audioInput()
  sut.begin(TURN, false)
  sut.frame(TURN, frame(1))
  sut.frame(TURN, frame(2))
  sut.commit(TURN)
  expect({ wire, committed }).toEqual({ wire: ['clear', 'append 1', 'append 2', 'commit'], committed: ['turn_1 960'] })
})

test('a press before the connection is ready loses nothing', () => {
  const { sut, wire, socket } = audioInput()
  socket.ready = false
  sut.begin(TURN, false)
  sut.frame(TURN, frame(1))
  sut.frame(TURN, frame(2))
  sut.commit(TURN)
  socket.ready = true
  sut.resume()
  expect(wire).toEqual(['append 1', 'append 2', 'commit'])
})

test('what the server has not answered is sent again to the next session, once and in order', () => {
  const { sut, wire } = audioInput()
  sut.begin(TURN, false)
  sut.frame(TURN, frame(1))
  sut.commit(TURN)
  wire.length = 0
  sut.resume()
  sut.answered(TURN)
  sut.resume()
  expect(wire).toEqual(['append 1', 'commit'])
})

test('the answer to an earlier turn does not empty the running one', () => {
  const { sut, wire, socket } = audioInput()
  sut.begin(TURN, false)
  sut.frame(TURN, frame(1))
  sut.commit(TURN)
  sut.begin(NEXT, false)
  sut.frame(NEXT, frame(2))
  sut.answered(TURN)
  socket.ready = false
  socket.ready = true
  wire.length = 0
  sut.resume()
  expect(wire).toEqual(['append 2'])
})

test('a slow socket is not filled: frames wait here and go out with the next ones', () => {
  const { sut, wire, socket } = audioInput()
  sut.begin(TURN, false)
  socket.buffered = 200_000
  sut.frame(TURN, frame(1))
  socket.buffered = 0
  sut.frame(TURN, frame(2))
  expect(wire).toEqual(['clear', 'append 1', 'append 2'])
})

test('frames of a turn that is over, and discarded ones, never reach the wire', () => {
  const { sut, wire } = audioInput()
  sut.begin(NEXT, false)
  sut.frame(TURN, frame(1))
  sut.discard(NEXT)
  sut.frame(NEXT, frame(2))
  sut.commit(NEXT)
  expect(wire).toEqual(['clear', 'clear'])
})

test('speech that merges is neither cleared nor committed twice', () => {
  const { sut, wire, committed } = audioInput()
  sut.begin(TURN, false)
  sut.frame(TURN, frame(1))
  sut.begin(NEXT, true)
  sut.frame(TURN, frame(2)) // the rest of the first was on its way when the key came down again
  sut.frame(NEXT, frame(3))
  sut.commit(TURN)
  sut.commit(NEXT)
  expect({ wire, committed }).toEqual({ wire: ['clear', 'append 1', 'append 2', 'append 3', 'commit'], committed: ['turn_2 1440'] })
})

test('a hands-free segment is passed on and not held', () => {
  const { sut, wire, socket } = audioInput()
  sut.stream(TURN)
  sut.frame(TURN, frame(1))
  socket.ready = false
  sut.frame(TURN, frame(2))
  socket.ready = true
  sut.endStream(TURN)
  sut.resume()
  expect(wire).toEqual(['append 1'])
})

test('a session replaced under an open gate hears the last half second once more: a sentence may have begun in it', () => {
  const { sut, wire } = audioInput()
  sut.stream(TURN)
  for (let value = 1; value <= 30; value += 1) sut.frame(TURN, frame(value))
  wire.length = 0
  sut.resume()
  expect([wire.length, wire[0], wire.at(-1)]).toEqual([25, 'append 6', 'append 30'])
})

test('a question the server has not acknowledged can be taken back, once', () => {
  const { sut } = audioInput()
  sut.begin(TURN, false)
  sut.frame(TURN, frame(1))
  sut.frame(TURN, frame(2))
  sut.commit(TURN)
  expect([sut.undelivered, sut.take(TURN), sut.take(TURN), sut.undelivered]).toEqual([true, { frames: [frame(1), frame(2)], samples: 960 }, null, false])
})

test('an acknowledged question is delivered, until its session is lost', () => {
  const { sut, wire } = audioInput()
  sut.begin(TURN, false)
  sut.frame(TURN, frame(1))
  sut.commit(TURN)
  sut.delivered(itemId('item_1'))
  expect([sut.undelivered, sut.again]).toEqual([false, { item: 'item_1', spoken: true }])
  sut.resume()
  expect([sut.undelivered, sut.again]).toEqual([true, { item: 'item_1', spoken: true }]) // its bubble stays until it has another
  expect(wire).toEqual(['clear', 'append 1', 'commit', 'append 1', 'commit'])
})

function askedTwice() {
  const world = audioInput()
  world.sut.begin(TURN, false)
  world.sut.frame(TURN, frame(1))
  world.sut.commit(TURN)
  world.sut.delivered(itemId('item_1'))
  world.sut.sessionLost()
  return world
}

test('what another session has of a question takes the place of its first bubble, once', () => {
  const { sut } = askedTwice()
  sut.resume()
  sut.resume() // and the second session died before it had heard it all
  expect([sut.repeats(), sut.repeats()]).toEqual(['item_1', null])
})

test('a question that is taken back before it went out again keeps its bubble, and the next one is another', () => {
  const { sut } = askedTwice()
  sut.begin(NEXT, false)
  sut.frame(NEXT, frame(2))
  sut.resume()
  sut.commit(NEXT)
  expect(sut.repeats()).toBeNull()
})

test('taken back after it went out again, its new bubble comes all the same; of two on their way nobody knows which it is', () => {
  const first = askedTwice().sut
  first.resume()
  first.begin(NEXT, false)
  const second = askedTwice().sut
  second.resume()
  second.begin(NEXT, false)
  second.frame(NEXT, frame(2))
  second.commit(NEXT)
  expect([first.repeats(), second.repeats()]).toEqual(['item_1', null])
})

test('a draft that is sent takes the place of the bubble it stands in', () => {
  const { sut } = audioInput()
  sut.load(TURN, new Int16Array(24_000), itemId('item_1'))
  expect([sut.again, sut.repeats()]).toEqual([{ item: 'item_1', spoken: true }, 'item_1'])
})

test('a question that died with its session, acknowledged but not answered, can be taken back', () => {
  const { sut } = audioInput()
  sut.begin(TURN, false)
  sut.frame(TURN, frame(1))
  sut.commit(TURN)
  sut.delivered(itemId('item_1'))
  sut.sessionLost()
  expect([sut.undelivered, sut.again, sut.take(TURN)]).toEqual([true, { item: 'item_1', spoken: true }, { frames: [frame(1)], samples: 480 }])
})

test('speech from elsewhere goes out in pieces of a second', () => {
  const { sut, wire, committed } = audioInput()
  sut.load(TURN, new Int16Array(50_000).fill(7), null)
  expect({ wire, committed }).toEqual({ wire: ['clear', 'append 7', 'append 7', 'append 7', 'commit'], committed: ['turn_1 50000'] })
})

test('what was heard before the press is sent, and counts for nothing', () => {
  const { sut, wire } = audioInput()
  sut.begin(TURN, false)
  sut.beganEarly(TURN, 480)
  sut.frame(TURN, frame(1))
  sut.frame(TURN, frame(2))
  const first = sut.spokenSamples
  sut.begin(NEXT, true)
  sut.beganEarly(NEXT, 100)
  sut.frame(NEXT, frame(3))
  const joined = sut.spokenSamples
  sut.begin(turnId('turn_3'), false)
  expect({ wire, first, joined, anew: sut.spokenSamples }).toEqual({ wire: ['clear', 'append 1', 'append 2', 'append 3', 'clear'], first: 480, joined: 860, anew: 0 })
})
