import { expect, test } from 'vitest'
import { AudioLedger } from '../../../../src/main/history/ledger/audio-ledger'
import type { LedgerEntry } from '../../../../src/shared/history'
import { conversationId, turnId } from '../../../../src/shared/ids'
import { FakeTimers } from '../../../fakes/fake-timers'

const ONE = turnId('turn_1')
const TWO = turnId('turn_2')
const NOON = 1_800_000_000_000

function ledger() {
  const timers = new FakeTimers()
  const entries: LedgerEntry[] = []
  const world = { host: 'one.example', wallMs: NOON }
  let minted = 0
  const sut = new AudioLedger({
    save: (entry) => entries.push(entry),
    mint: () => `segment-${String(++minted)}`,
    host: () => world.host,
    conversation: () => conversationId('talk'),
    clock: () => world.wallMs,
    timers,
  })
  const lines = () => entries.map(({ id, turn, host, bytes, elapsedMs, mode, end }) => `${id} ${turn} ${host} ${mode} ${String(bytes)} in ${String(elapsedMs)} ${end ?? '-'}`)
  /** 960 bytes every 20 ms, as the microphone sends them. */
  const talk = (turn: typeof ONE, frames: number, mode: LedgerEntry['mode'] = 'hold') => {
    for (let frame = 0; frame < frames; frame += 1) {
      sut.sent(turn, 960, mode)
      timers.pass(20)
    }
  }
  return { sut, timers, entries, world, lines, talk }
}

test('a segment is saved with its first byte, about every second, and when it ends', () => {
  const { sut, lines, talk } = ledger()
  talk(ONE, 120)
  sut.end('sent')
  expect(lines()).toEqual([
    'segment-1 turn_1 one.example hold 960 in 0 -',
    'segment-1 turn_1 one.example hold 48000 in 980 -',
    'segment-1 turn_1 one.example hold 96000 in 1980 -',
    'segment-1 turn_1 one.example hold 115200 in 2380 sent',
  ])
})

test('a question told to another session, since nobody knows its words, is a segment of its own', () => {
  const { sut, lines, talk } = ledger()
  talk(ONE, 1, 'hands-free')
  sut.end('connection-lost')
  sut.restored(4_800)
  expect([sut.totalBytes, lines().slice(2)]).toEqual([5_760, ['segment-2 turn_1 one.example hands-free 4800 in 0 -', 'segment-2 turn_1 one.example hands-free 4800 in 0 sent']])
})

test('it says when, where and of which conversation, as it was at the first byte', () => {
  const { sut, entries, world, talk } = ledger()
  talk(ONE, 1)
  world.host = 'two.example'
  world.wallMs += 7_000
  talk(ONE, 1)
  sut.end('cancelled')
  expect(entries.at(-1)).toEqual({
    id: 'segment-1',
    turn: ONE,
    conversation: 'talk',
    host: 'one.example',
    startedAt: NOON,
    elapsedMs: 20,
    bytes: 1_920,
    mode: 'hold',
    end: 'cancelled',
  })
})

test('the same turn on another connection is another segment', () => {
  const { sut, world, lines, talk } = ledger()
  talk(ONE, 1)
  sut.end('connection-lost')
  world.host = 'two.example'
  talk(ONE, 2)
  sut.end('sent')
  expect(lines().filter((line) => !line.endsWith('-'))).toEqual([
    'segment-1 turn_1 one.example hold 960 in 0 connection-lost',
    'segment-2 turn_1 two.example hold 1920 in 20 sent',
  ])
})

test('speech that joins the speech before it ends the first segment as sent', () => {
  const { sut, lines, talk } = ledger()
  talk(ONE, 1)
  talk(TWO, 1, 'hands-free')
  sut.end('muted')
  expect(lines()).toEqual([
    'segment-1 turn_1 one.example hold 960 in 0 -',
    'segment-1 turn_1 one.example hold 960 in 0 sent',
    'segment-2 turn_2 one.example hands-free 960 in 0 -',
    'segment-2 turn_2 one.example hands-free 960 in 0 muted',
  ])
})

test('nothing sent is nothing to tell of, an end without a segment is none, and no clock runs in a pause', () => {
  const { sut, timers, entries, talk } = ledger()
  sut.end('quit')
  sut.sent(ONE, 0, 'hold')
  talk(ONE, 1)
  timers.pass(60_000)
  const paused = [entries.length, timers.waiting]
  sut.end('quit')
  sut.end('quit')
  expect([paused, entries.length, timers.waiting]).toEqual([[1, 0], 2, 0])
})

test('the last word on each segment adds up to what was sent, whatever happens', () => {
  const { sut, timers, entries } = ledger()
  let seed = 7
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  let sent = 0
  for (let step = 0; step < 2_000; step += 1) {
    const bytes = 2 * random(2_000)
    if (random(20) === 0) sut.end('cancelled')
    else {
      sut.sent(turnId(`turn_${String(random(3))}`), bytes, 'hold')
      sent += bytes
    }
    timers.pass(random(100))
  }
  sut.end('quit')
  const last = [...new Map(entries.map((entry) => [entry.id, entry])).values()]
  expect([last.reduce((sum, { bytes }) => sum + bytes, 0), sut.totalBytes, last.every(({ end }) => end !== null)]).toEqual([sent, sent, true])
})
