import { FRAME_SAMPLES, msToSamples } from '../../../src/shared/audio/audio-format'
import type { TalkMode } from '../../../src/shared/settings'
import { answersIn, ownId } from './answers'
import { firstMark, serverEvents } from './moments'
import { sentSamples, sentTurns } from './sent-speech'
import { type Mark, numberIn, type Trace } from '../trace'

/** What is measured; null where it does not apply. */
export interface Figures {
  readonly pressToFirstFrameMs: number | null
  readonly releaseToCommitMs: number | null
  readonly firstDeltaToFirstSampleMs: number | null
  readonly capturedSamples: number | null
  readonly wireSamples: number | null
  readonly lostSamples: number | null
  readonly heardSamples: number | null
  readonly bargeInToSilenceMs: number | null
  readonly audioEndMs: number | null
  readonly underruns: number | null
}

/** Figures of the first turn and its answer, which is the one that may be interrupted. */
export function figuresOf(mode: TalkMode, trace: Trace): Figures {
  const { pressToFirstFrameMs, releaseToCommitMs, ...samples } = mode === 'hold' ? heldTurn(trace) : openMicrophone(trace)
  const { firstDeltaToFirstSampleMs, ...heard } = answer(mode, trace)
  return { pressToFirstFrameMs, releaseToCommitMs, firstDeltaToFirstSampleMs, ...samples, ...heard }
}

type Speaking = Pick<Figures, 'pressToFirstFrameMs' | 'releaseToCommitMs' | 'capturedSamples' | 'wireSamples' | 'lostSamples'>

/** In ms, to the tenth. */
const between = (from: Timed | undefined, to: Timed | undefined): number | null =>
  from === undefined || to === undefined ? null : Math.round((to.at - from.at) * 10) / 10

const difference = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b)

function heldTurn(trace: Trace): Speaking {
  const press = firstMark(trace, 'press', 0)
  const [since, turn] = [press?.at ?? Infinity, press?.['turn']]
  const capturedSamples = numberIn(firstMark(trace, 'captureClosed', since, { turn }), 'samples')
  const [sent] = sentTurns(trace.wire)
  const wireSamples = sent === undefined ? null : sent.to - sent.from
  return {
    pressToFirstFrameMs: between(press, firstMark(trace, 'firstFrame', since, { turn })),
    releaseToCommitMs: between(firstMark(trace, 'release', since), firstMark(trace, 'commit', since, { turn })),
    capturedSamples,
    wireSamples,
    lostSamples: difference(capturedSamples, wireSamples),
  }
}

const sum = (marks: readonly Mark[], value: (mark: Mark) => number): number => marks.reduce((total, mark) => total + value(mark), 0)

/** In hands-free everything between opening and closing goes out, speech or not. */
function openMicrophone(trace: Trace): Speaking {
  const nothing = { pressToFirstFrameMs: null, releaseToCommitMs: null }
  const wireSamples = sentSamples(trace.wire)
  const closings = trace.marks.filter(({ name }) => name === 'captureClosed')
  if (closings.length === 0) return { ...nothing, capturedSamples: null, wireSamples, lostSamples: null }
  const captured = sum(closings, (closed) => numberIn(closed, 'samples') ?? 0)
  const lostSamples = Math.max(0, captured - wireSamples - sum(closings, (closed) => dismissable(trace, closed)))
  return { ...nothing, capturedSamples: wireSamples + lostSamples, wireSamples, lostSamples }
}

/**
 * What was still on its way when the microphone was muted is not sent, on purpose, and does not count: what came in between mute and
 * close, the frame before that, and the one being filled.
 */
function dismissable(trace: Trace, closed: Mark): number {
  const muted = trace.marks.findLast(({ at, name, open }) => name === 'mode' && open === false && at <= closed.at)
  return msToSamples(between(muted, closed) ?? 0) + 2 * FRAME_SAMPLES
}

type Answer = Omit<Figures, keyof Speaking>

function answer(mode: TalkMode, trace: Trace): Answer {
  const [first] = answersIn(trace.wire)
  const find = (name: string) => (first === undefined ? undefined : firstMark(trace, name, first.at, { item: ownId(trace, first.item) }))
  const [drained, cut] = [find('playbackDrained'), find('cut')]
  return {
    firstDeltaToFirstSampleMs: between(first, find('playbackStarted')),
    heardSamples: numberIn(drained ?? cut, 'heardSamples'),
    bargeInToSilenceMs: cut === undefined ? null : silencing(mode, trace, cut),
    audioEndMs: numberIn(cut, 'audioEndMs'),
    underruns: numberIn(drained, 'underruns'),
  }
}

/** From the key, or from the server's word that somebody speaks, to the player's word that it is silent. */
function silencing(mode: TalkMode, trace: Trace, cut: Mark): number | null {
  const starts = mode === 'hold' ? trace.marks.filter(({ name }) => name === 'press') : serverEvents(trace, 'input_audio_buffer.speech_started')
  const start = starts.findLast(({ at }) => at <= cut.at)
  const silent = trace.marks.find(({ at, name }) => name === 'playbackStopped' && at >= cut.at)
  return between(start, silent)
}

interface Timed {
  readonly at: number
}
