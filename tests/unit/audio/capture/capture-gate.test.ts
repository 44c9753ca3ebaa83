import { expect, test } from 'vitest'
import { CaptureGate } from '../../../../src/renderer/src/audio/capture/capture-gate'
import type { CaptureFact } from '../../../../src/shared/ipc/audio-ports'

const QUANTUM = 128
/** The input counts up to there, and again from 0: a sample has 16 bits. */
const WRAP = 30_000

/** A gate whose facts are written down; frames as `turn:samples`. The input counts up, so that a lost sample shows. */
function gateOnTrace() {
  const trace: string[] = []
  const heard: number[] = []
  const early: number[] = []
  let next = 0
  const tell = (fact: CaptureFact) => {
    if (fact.type === 'frame') heard.push(...fact.pcm)
    if (fact.type === 'ready') early.push(fact.early)
    trace.push(fact.type === 'frame' ? `${fact.turn}:${String(fact.pcm.length)}` : fact.type === 'closed' ? `${fact.turn} closed ${String(fact.samples)}` : `${fact.turn} ready`)
  }
  const gate = new CaptureGate(tell)
  const quanta = (count: number) => {
    for (let at = 0; at < count; at += 1) gate.quantum(Float32Array.from({ length: QUANTUM }, () => (next++ % WRAP) / 32_768))
  }
  return { gate, trace, heard, early, quanta }
}

test('the first quantum says ready; the tail is captured, then the short frame, then closed with the exact sum', () => {
  const { gate, trace, quanta } = gateOnTrace()
  gate.receive({ type: 'open', turn: 'a', back: 0 })
  gate.quantum(undefined)
  quanta(8)
  gate.receive({ type: 'close', turn: 'a', tailSamples: 300 })
  quanta(8)
  expect(trace).toEqual(['a ready', 'a:480', 'a:480', 'a:364', 'a closed 1324'])
})

test('without a tail the gate closes at once', () => {
  const { gate, trace, quanta } = gateOnTrace()
  gate.receive({ type: 'open', turn: 'a', back: 0 })
  quanta(1)
  gate.receive({ type: 'close', turn: 'a', tailSamples: 0 })
  quanta(1)
  expect(trace).toEqual(['a ready', 'a:128', 'a closed 128'])
})

test('closed before any input: nothing was said', () => {
  const { gate, trace, quanta } = gateOnTrace()
  gate.receive({ type: 'open', turn: 'a', back: 0 })
  gate.receive({ type: 'close', turn: 'a', tailSamples: 3_600 })
  quanta(1)
  expect(trace).toEqual(['a closed 0'])
})

test('a turn that opens during the tail of another goes on without losing a sample', () => {
  const { gate, trace, heard, quanta } = gateOnTrace()
  gate.receive({ type: 'open', turn: 'a', back: 0 })
  quanta(2)
  gate.receive({ type: 'close', turn: 'a', tailSamples: 3_600 })
  quanta(1)
  gate.receive({ type: 'open', turn: 'b', back: 0 })
  quanta(2)
  gate.receive({ type: 'close', turn: 'b', tailSamples: 0 })
  expect([trace, heard]).toEqual([
    ['a ready', 'a:384', 'a closed 384', 'b ready', 'b:256', 'b closed 256'],
    Array.from({ length: 640 }, (_, at) => at),
  ])
})

test('a close for another turn, and an open for the running one, change nothing', () => {
  const { gate, trace, quanta } = gateOnTrace()
  gate.receive({ type: 'close', turn: 'x', tailSamples: 0 })
  gate.receive({ type: 'open', turn: 'a', back: 0 })
  quanta(1)
  gate.receive({ type: 'open', turn: 'a', back: 0 })
  gate.receive({ type: 'close', turn: 'x', tailSamples: 0 })
  quanta(3)
  expect(trace).toEqual(['a ready', 'a:480'])
})

test('reset closes without a word and leaves nothing for the next turn', () => {
  const { gate, trace, quanta } = gateOnTrace()
  gate.receive({ type: 'open', turn: 'a', back: 0 })
  quanta(1)
  gate.receive({ type: 'reset' })
  quanta(1)
  gate.receive({ type: 'open', turn: 'b', back: 0 })
  quanta(1)
  gate.receive({ type: 'close', turn: 'b', tailSamples: 0 })
  expect(trace).toEqual(['a ready', 'b ready', 'b:128', 'b closed 128'])
})

test('a microphone lost in the tail ends the turn with what is there; lost before, it is not the gate that tells', () => {
  const { gate, trace, quanta } = gateOnTrace()
  gate.receive({ type: 'open', turn: 'a', back: 0 })
  quanta(1)
  gate.inputLost()
  gate.receive({ type: 'close', turn: 'a', tailSamples: 3_600 })
  gate.inputLost()
  expect(trace).toEqual(['a ready', 'a:128', 'a closed 128'])
})

/** From one sample to another, as the inputs count. */
const span = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => (from + at) % WRAP)

test('what was heard while the press was being decided on comes first, and nothing from before the key', () => {
  const { gate, heard, early, quanta } = gateOnTrace()
  quanta(10)
  gate.receive({ type: 'prepare', back: 7_200 })
  quanta(20)
  gate.receive({ type: 'open', turn: 'a', back: 0 })
  quanta(2)
  gate.receive({ type: 'close', turn: 'a', tailSamples: 0 })
  expect([heard, early]).toEqual([span(10 * QUANTUM, 32 * QUANTUM), [20 * QUANTUM]])
})

test('kept ready, a turn begins as far before its key as was asked, and no sample is missing or doubled behind it', () => {
  const { gate, heard, early, quanta } = gateOnTrace()
  gate.receive({ type: 'ready', on: true })
  quanta(200)
  gate.receive({ type: 'prepare', back: 7_200 })
  quanta(19)
  gate.receive({ type: 'open', turn: 'a', back: 0 })
  quanta(3)
  gate.receive({ type: 'close', turn: 'a', tailSamples: 0 })
  expect([heard, early]).toEqual([span(200 * QUANTUM - 7_200, 222 * QUANTUM), [7_200 + 19 * QUANTUM]])
})

test('kept ready without a key to wait for: a button, an F-key', () => {
  const { gate, heard, quanta } = gateOnTrace()
  gate.receive({ type: 'ready', on: true })
  quanta(100)
  gate.receive({ type: 'open', turn: 'a', back: 1_000 })
  quanta(1)
  gate.receive({ type: 'close', turn: 'a', tailSamples: 0 })
  expect(heard).toEqual(span(100 * QUANTUM - 1_000, 101 * QUANTUM))
})

test('the ring has half a second, and goes on past its end; while a press is decided on it keeps what it had', () => {
  const { gate, heard, quanta } = gateOnTrace()
  gate.receive({ type: 'ready', on: true })
  quanta(1_000)
  gate.receive({ type: 'prepare', back: 48_000 })
  quanta(100)
  gate.receive({ type: 'open', turn: 'a', back: 0 })
  quanta(1)
  expect(heard).toEqual(span(1_000 * QUANTUM - 12_000, 1_000 * QUANTUM - 12_000 + Math.floor((12_000 + 101 * QUANTUM) / 480) * 480))
})

test.each([
  ['the press was none', { type: 'abandon' }],
  ['it is not kept ready any more', { type: 'ready', on: false }],
  ['the page was told to forget', { type: 'reset' }],
] as const)('nothing of before is in a turn when %s', (_why, command) => {
  const { gate, heard, early, quanta } = gateOnTrace()
  gate.receive({ type: 'ready', on: true })
  quanta(50)
  if (command.type === 'abandon') gate.receive({ type: 'prepare', back: 7_200 })
  gate.receive(command)
  gate.receive({ type: 'open', turn: 'a', back: 12_000 })
  quanta(1)
  gate.receive({ type: 'close', turn: 'a', tailSamples: 0 })
  expect([heard, early]).toEqual([span(50 * QUANTUM, 51 * QUANTUM), [0]])
})

test('a microphone that goes away takes with it what it heard', () => {
  const { gate, heard, quanta } = gateOnTrace()
  gate.receive({ type: 'ready', on: true })
  quanta(50)
  gate.inputLost()
  quanta(2)
  gate.receive({ type: 'open', turn: 'a', back: 7_200 })
  quanta(1)
  gate.receive({ type: 'close', turn: 'a', tailSamples: 0 })
  expect(heard).toEqual(span(50 * QUANTUM, 53 * QUANTUM))
})

test('no sample is in two turns: one that joins the tail of another, one that follows at once', () => {
  const { gate, trace, heard, quanta } = gateOnTrace()
  gate.receive({ type: 'ready', on: true })
  quanta(100)
  gate.receive({ type: 'open', turn: 'a', back: 256 })
  quanta(2)
  gate.receive({ type: 'prepare', back: 7_200 })
  gate.receive({ type: 'close', turn: 'a', tailSamples: 128 })
  quanta(3)
  gate.receive({ type: 'open', turn: 'b', back: 0 })
  quanta(1)
  gate.receive({ type: 'close', turn: 'b', tailSamples: 0 })
  expect([heard, trace.filter((word) => !word.includes(':'))]).toEqual([span(98 * QUANTUM, 106 * QUANTUM), ['a ready', 'a closed 640', 'b ready', 'b closed 384']])
})

test('let go before the next sample comes: what was heard meanwhile is the turn', () => {
  const { gate, heard, quanta } = gateOnTrace()
  gate.receive({ type: 'prepare', back: 0 })
  quanta(10)
  gate.receive({ type: 'open', turn: 'a', back: 0 })
  gate.receive({ type: 'close', turn: 'a', tailSamples: 0 })
  expect(heard).toEqual(span(0, 10 * QUANTUM))
})
