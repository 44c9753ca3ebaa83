import { samplesToMs } from '../../shared/audio/audio-format'
import { appError, type AppError, type ErrorTag } from '../../shared/errors/errors'
import type { ItemId, TurnId } from '../../shared/ids'
import type { AudioListener, AudioPort, TraceSink } from '../platform/ports'
import { turnOf } from './core/turn/projection'
import { TUNING } from './core/turn/tuning'
import type { AudioOutput } from './output/audio-output'
import type { AudioInput } from './input/audio-input'
import type { HandsFreeController } from './hands-free-controller'
import type { ClipPlayer } from './output/clip-player'
import type { TurnCapture } from './input/turn-capture'
import type { TurnController } from './turn-controller'

export interface AudioFactParts {
  readonly audio: AudioPort
  readonly turns: TurnController
  readonly handsFree: HandsFreeController
  readonly audioInput: AudioInput
  readonly audioOutput: AudioOutput
  readonly clips: Pick<ClipPlayer, 'drained'>
  readonly turnCapture: Pick<TurnCapture, 'earcon' | 'ownSound'>
  readonly trace: TraceSink
  /** Each of them is handled as one piece; but frames, which only pass. */
  readonly act: (work: () => void) => void
  readonly devicesChanged: () => void
  readonly previewFailed: (tag: ErrorTag) => void
  readonly notify: (error: AppError) => void
}

/** The tail was added by us: a tap of the key is no speech, however long the gate stayed open behind it. */
const spokenMs = (samples: number): number => Math.max(0, samplesToMs(samples) - TUNING.releaseTailMs)

type CaptureFacts = Pick<AudioListener, 'captureReady' | 'captureFrame' | 'captureClosed' | 'captureFailed'>
type PlaybackFacts = Pick<AudioListener, 'playbackStarted' | 'playbackDrained' | 'playbackOverflowed' | 'playbackStopped'>
type DeviceFacts = Pick<AudioListener, 'devicesChanged' | 'previewFailed' | 'speakerFailed' | 'deviceNews'>

/** Of a microphone that was opened before its turn: told at once, the press would wipe it away. */
class EarlyNews {
  private untold: AppError | null = null

  constructor(private readonly notify: (error: AppError) => void) {}

  hold(news: AppError): void {
    this.untold = news
  }

  tell(): void {
    if (this.untold !== null) this.notify(this.untold)
    this.untold = null
  }
}

/** What capture and playback report, handed to whom it concerns. Both machines get it; the one it is stale for ignores it. */
export function listenToAudio(parts: AudioFactParts): void {
  const early = new EarlyNews(parts.notify)
  const listener: AudioListener = { ...captureFacts(parts, early), ...playbackFacts(parts), ...deviceFacts(parts, early) }
  parts.audio.listen(inOnePiece(listener, parts.act))
}

function captureFacts({ turns, handsFree, audioInput, turnCapture, trace }: AudioFactParts, early: EarlyNews): CaptureFacts {
  let framed: TurnId | null = null
  return {
    captureReady: (turn, earlySamples = 0) => {
      trace.mark('captureReady', { turn, early: earlySamples })
      audioInput.beganEarly(turn, earlySamples)
      turns.post({ type: 'captureReady', turn })
      early.tell()
    },
    captureFrame: (turn, pcm) => {
      if (turn !== framed) {
        framed = turn
        trace.mark('firstFrame', { turn })
      }
      audioInput.frame(turn, pcm)
    },
    captureClosed: (turn, samples) => {
      trace.mark('captureClosed', { turn, samples })
      turns.post({ type: 'captureClosed', turn, ms: spokenMs(audioInput.spokenSamples) }) // what the turn joined counts, too
      if (turns.state.name === 'thinking') turnCapture.earcon('sent') // the gate is shut: it cannot get into what was said
    },
    captureFailed: (turn, tag) => {
      const error = appError(tag)
      turns.post({ type: 'captureFailed', turn, error })
      handsFree.post({ type: 'captureFailed', segment: turn, error })
    },
  }
}

function playbackFacts({ turns, audioOutput, clips, turnCapture, trace, notify }: AudioFactParts): PlaybackFacts {
  const { earcon, ownSound } = turnCapture
  let answered: TurnId | null = null
  let overflowed: ItemId | null = null
  return {
    playbackStarted: (item) => {
      ownSound.began()
      audioOutput.started(item)
      const turn = turnOf(turns.state)
      if (turn !== null && turn !== answered) earcon('answer')
      answered = turn
    },
    playbackDrained: (item, heardSamples, underruns) => {
      ownSound.ended()
      audioOutput.drained(item, heardSamples, underruns)
      clips.drained(item)
    },
    playbackOverflowed: (item, samples) => {
      trace.mark('overflow', { item, samples })
      audioOutput.overflowed(item, samples)
      if (item !== overflowed) notify(appError('sound-lost'))
      overflowed = item
    },
    playbackStopped: (id, heard, renderedAfterStop) => {
      ownSound.ended()
      audioOutput.stopped(id, heard, renderedAfterStop)
    },
  }
}

function deviceFacts({ turns, handsFree, devicesChanged, previewFailed, notify }: AudioFactParts, early: EarlyNews): DeviceFacts {
  return {
    devicesChanged: () => devicesChanged(),
    previewFailed: (tag) => previewFailed(tag),
    speakerFailed: () => notify(appError('speaker')),
    deviceNews: (news, device) => {
      if (news === 'mic-silent' && handsFree.hasHeard) return // a noise gate gives zeros between two sentences
      const isEarly = news === 'mic-one-channel' && !handsFree.on && turnOf(turns.state) === null
      if (isEarly) early.hold({ tag: news, device })
      else notify({ tag: news, device })
    },
  }
}

/** Whatever a fact of the page leads to is done before the next one. */
function inOnePiece(listener: AudioListener, act: (work: () => void) => void): AudioListener {
  return {
    captureReady: (...facts) => act(() => listener.captureReady(...facts)),
    captureFrame: listener.captureFrame,
    captureClosed: (...facts) => act(() => listener.captureClosed(...facts)),
    captureFailed: (...facts) => act(() => listener.captureFailed(...facts)),
    playbackStarted: (...facts) => act(() => listener.playbackStarted(...facts)),
    playbackDrained: (...facts) => act(() => listener.playbackDrained(...facts)),
    playbackOverflowed: (...facts) => act(() => listener.playbackOverflowed(...facts)),
    playbackStopped: (...facts) => act(() => listener.playbackStopped(...facts)),
    devicesChanged: () => act(() => listener.devicesChanged()),
    previewFailed: (...facts) => act(() => listener.previewFailed(...facts)),
    speakerFailed: () => act(() => listener.speakerFailed()),
    deviceNews: (...facts) => act(() => listener.deviceNews(...facts)),
  }
}
