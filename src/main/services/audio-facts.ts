import { samplesToMs } from '../../shared/audio-format'
import { appError, type AppError } from '../../shared/errors'
import type { TurnId } from '../../shared/ids'
import type { AudioPort, TraceSink } from '../core/ports'
import { TUNING } from '../core/turn/tuning'
import type { AudioDownlink } from './audio-downlink'
import type { AudioUplink } from './audio-uplink'
import type { HandsFreeController } from './hands-free-controller'
import type { Replay } from './replay'
import type { TurnController } from './turn-controller'

export interface AudioFactParts {
  readonly audio: AudioPort
  readonly turns: TurnController
  readonly handsFree: HandsFreeController
  readonly uplink: AudioUplink
  readonly downlink: AudioDownlink
  readonly replay: Pick<Replay, 'drained'>
  readonly trace: TraceSink
  readonly notify: (error: AppError) => void
}

/** The tail was added by us: a tap of the key is no speech, however long the gate stayed open behind it. */
const spokenMs = (samples: number): number => Math.max(0, samplesToMs(samples) - TUNING.releaseTailMs)

/** What ears and mouth report, handed to whom it concerns. Both machines get it; the one it is stale for ignores it. */
export function listenToAudio({ audio, turns, handsFree, uplink, downlink, replay, trace, notify }: AudioFactParts): void {
  let framed: TurnId | null = null
  audio.listen({
    captureReady: (turn) => {
      trace.mark('captureReady', { turn })
      turns.post({ type: 'captureReady', turn })
    },
    captureFrame: (turn, pcm) => {
      if (turn !== framed) {
        framed = turn
        trace.mark('firstFrame', { turn })
      }
      uplink.frame(turn, pcm)
    },
    captureClosed: (turn, samples) => {
      trace.mark('captureClosed', { turn, samples })
      turns.post({ type: 'captureClosed', turn, ms: spokenMs(samples) })
    },
    captureFailed: (turn, tag) => {
      const error = appError(tag)
      turns.post({ type: 'captureFailed', turn, error })
      handsFree.post({ type: 'captureFailed', stretch: turn, error })
    },
    playbackStarted: (item) => downlink.started(item),
    playbackDrained: (item, heardSamples, underruns) => {
      downlink.drained(item, heardSamples, underruns)
      replay.drained(item)
    },
    playbackStopped: (id, heard, renderedAfterStop) => downlink.stopped(id, heard, renderedAfterStop),
    speakerFailed: () => notify(appError('speaker')),
  })
}
