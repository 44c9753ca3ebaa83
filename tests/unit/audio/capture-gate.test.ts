import { expect, test } from 'vitest'
import { CaptureGate } from '../../../src/renderer/src/audio/capture-gate'
import type { CaptureFact } from '../../../src/shared/ipc/audio-ports'

const QUANTUM = 128

/** A gate whose facts are written down; frames as `turn:samples`. The input counts up, so that a lost sample shows. */
function gateOnTrace() {
  const trace: string[] = []
  const heard: number[] = []
  let next = 0
  const tell = (fact: CaptureFact) => {
    if (fact.type === 'frame') heard.push(...fact.pcm)
    trace.push(fact.type === 'frame' ? `${fact.turn}:${String(fact.pcm.length)}` : fact.type === 'closed' ? `${fact.turn} closed ${String(fact.samples)}` : `${fact.turn} ready`)
  }
  const gate = new CaptureGate(tell)
  const quanta = (count: number) => {
    for (let at = 0; at < count; at += 1) gate.quantum(Float32Array.from({ length: QUANTUM }, () => next++ / 32_768))
  }
  return { gate, trace, heard, quanta }
}

test('the first quantum says ready; the tail is captured, then the short frame, then closed with the exact sum', () => {
  const { gate, trace, quanta } = gateOnTrace()
  gate.receive({ type: 'open', turn: 'a' })
  gate.quantum(undefined)
  quanta(8)
  gate.receive({ type: 'close', turn: 'a', tailSamples: 300 })
  quanta(8)
  expect(trace).toEqual(['a ready', 'a:480', 'a:480', 'a:364', 'a closed 1324'])
})

test('without a tail the gate closes at once', () => {
  const { gate, trace, quanta } = gateOnTrace()
  gate.receive({ type: 'open', turn: 'a' })
  quanta(1)
  gate.receive({ type: 'close', turn: 'a', tailSamples: 0 })
  quanta(1)
  expect(trace).toEqual(['a ready', 'a:128', 'a closed 128'])
})

test('closed before any input: nothing was said', () => {
  const { gate, trace, quanta } = gateOnTrace()
  gate.receive({ type: 'open', turn: 'a' })
  gate.receive({ type: 'close', turn: 'a', tailSamples: 3_600 })
  quanta(1)
  expect(trace).toEqual(['a closed 0'])
})

test('a turn that opens during the tail of another goes on without losing a sample', () => {
  const { gate, trace, heard, quanta } = gateOnTrace()
  gate.receive({ type: 'open', turn: 'a' })
  quanta(2)
  gate.receive({ type: 'close', turn: 'a', tailSamples: 3_600 })
  quanta(1)
  gate.receive({ type: 'open', turn: 'b' })
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
  gate.receive({ type: 'open', turn: 'a' })
  quanta(1)
  gate.receive({ type: 'open', turn: 'a' })
  gate.receive({ type: 'close', turn: 'x', tailSamples: 0 })
  quanta(3)
  expect(trace).toEqual(['a ready', 'a:480'])
})

test('reset closes without a word and leaves nothing for the next turn', () => {
  const { gate, trace, quanta } = gateOnTrace()
  gate.receive({ type: 'open', turn: 'a' })
  quanta(1)
  gate.receive({ type: 'reset' })
  quanta(1)
  gate.receive({ type: 'open', turn: 'b' })
  quanta(1)
  gate.receive({ type: 'close', turn: 'b', tailSamples: 0 })
  expect(trace).toEqual(['a ready', 'b ready', 'b:128', 'b closed 128'])
})

test('a microphone lost in the tail ends the turn with what is there; lost before, it is not the gate that tells', () => {
  const { gate, trace, quanta } = gateOnTrace()
  gate.receive({ type: 'open', turn: 'a' })
  quanta(1)
  gate.inputLost()
  gate.receive({ type: 'close', turn: 'a', tailSamples: 3_600 })
  gate.inputLost()
  expect(trace).toEqual(['a ready', 'a:128', 'a closed 128'])
})
