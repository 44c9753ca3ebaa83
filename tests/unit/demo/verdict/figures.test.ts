import { expect, test } from 'vitest'
import { answersIn } from '../../../../scripts/demo/verdict/answers'
import { figuresOf } from '../../../../scripts/demo/verdict/figures'
import { isAnswered } from '../../../../scripts/demo/verdict/moments'
import { sentTurns } from '../../../../scripts/demo/verdict/sent-speech'
import { wholeLines } from '../../../../scripts/demo/trace'
import { transcriptOf } from '../../../../scripts/demo/transcript'
import { append, client, HELD, mark, OPEN, server, upTo } from '../traces'

test('a turn with the key held', () => {
  expect(figuresOf('hold', HELD)).toEqual({
    pressToFirstFrameMs: 40,
    releaseToCommitMs: 161,
    firstDeltaToFirstSampleMs: 10,
    capturedSamples: 4_800,
    wireSamples: 4_800,
    lostSamples: 0,
    heardSamples: 4_800,
    bargeInToSilenceMs: null,
    audioEndMs: null,
    underruns: 1,
  })
})

test('an answer that is cut by the talk key', () => {
  const { marks, wire } = upTo(HELD, 800)
  const cut = [
    mark(800, 'press', { turn: 'turn_2' }),
    mark(806, 'cut', { item: 'own_2', heardSamples: 2_000, receivedSamples: 4_800, audioEndMs: 83 }),
    mark(807.5, 'playbackStopped', { renderedAfterStop: 0 }),
  ]
  expect(figuresOf('hold', { marks: [...marks, ...cut], wire })).toMatchObject({ heardSamples: 2_000, bargeInToSilenceMs: 7.5, audioEndMs: 83, underruns: null, lostSamples: 0 })
})

test('hands-free: what was on its way when the microphone was muted does not count', () => {
  expect(figuresOf('hands-free', OPEN)).toEqual({
    pressToFirstFrameMs: null,
    releaseToCommitMs: null,
    firstDeltaToFirstSampleMs: 10,
    capturedSamples: 72_000,
    wireSamples: 72_000,
    lostSamples: 0,
    heardSamples: 7_200,
    bargeInToSilenceMs: 11.5,
    audioEndMs: 300,
    underruns: null,
  })
})

test('hands-free: more than that is a loss', () => {
  const late = { ...OPEN, marks: OPEN.marks.map((each) => (each.name === 'captureClosed' ? { ...each, samples: 74_000 } : each)) }
  expect(figuresOf('hands-free', late)).toMatchObject({ capturedSamples: 72_800, lostSamples: 800 })
})

test('samples that did not reach the wire', () => {
  const wire = HELD.wire.filter(({ at }) => at !== 500)
  expect(figuresOf('hold', { ...HELD, wire })).toMatchObject({ capturedSamples: 4_800, wireSamples: 2_400, lostSamples: 2_400 })
})

test('a run of which nothing came', () => {
  expect(Object.values(figuresOf('hold', { marks: [], wire: [] })).every((figure) => figure === null)).toBe(true)
})

test('what was sent for each turn', () => {
  expect([sentTurns(HELD.wire), sentTurns(OPEN.wire)]).toEqual([[{ from: 999, to: 5_799 }], [{ from: 2_400, to: 21_600 }, { from: 28_800, to: 60_000 }]])
})

test('a turn that was taken back leaves nothing', () => {
  expect(sentTurns([append(1, 480), client(2, 'input_audio_buffer.clear'), append(3, 480), client(4, 'input_audio_buffer.commit')])).toEqual([{ from: 480, to: 960 }])
})

test('answers in the order in which they began', () => {
  expect(answersIn(OPEN.wire)).toEqual([{ item: 'item_2', at: 890, samples: 24_000 }, { item: 'item_4', at: 1_990, samples: 24_000 }])
})

test.each([
  [150, false],
  [895, false],
  [1_500, false],
  [2_999, false],
  [3_000, true],
])('hands-free, answered by %d ms: %s', (at, answered) => {
  expect(isAnswered(upTo(OPEN, at))).toBe(answered)
})

test('the words of both sides, all turns in a row', () => {
  const wire = [
    server(1, 'conversation.item.input_audio_transcription.completed', { transcript: 'Hello. ' }),
    server(2, 'response.output_audio_transcript.done', { transcript: 'Hi.' }),
    server(3, 'response.audio_transcript.done', { transcript: 'Bye.' }),
  ]
  expect([transcriptOf(wire), transcriptOf([])]).toEqual([{ user: 'Hello.', assistant: 'Hi. Bye.' }, { user: null, assistant: null }])
})

test('a line that is still being written is left out', () => {
  expect([wholeLines('{"a":1}\n{"b":2}\n{"c"'), wholeLines(''), wholeLines('{"a"')]).toEqual([[{ a: 1 }, { b: 2 }], [], []])
})
