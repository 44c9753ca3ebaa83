import { SAMPLE_RATE_HZ } from '../../../../shared/audio/audio-format'
import type { MicrophoneSettings } from '../../../../shared/audio/sound-settings'
import { running } from '../audio-context'
import type { CaptureSink } from './capture-ports'
import type { LevelTrack } from '../levels'
import captureWorkletUrl from './capture.worklet?worker&url'
import { CAPTURE_PROCESSOR, type CaptureNews, type LevelReading, type PageMessage } from '../worklet-messages'

/** A context on a device that works starts within a tenth of a second. */
const RUN_LIMIT_MS = 2_000

/** The capture side of Web Audio: stream → worklet. Chromium resamples the microphone to the context's rate. */
export interface CaptureGraph extends CaptureSink {
  connect(road: MessagePort): void
  /** Tells when nothing but digital silence has come for a while. */
  onSilent(listener: () => void): void
}

export async function createCaptureGraph(level: LevelTrack): Promise<CaptureGraph> {
  // No loudspeaker behind it: hearing must not open, or wait for, an output device.
  const context = new AudioContext({ sampleRate: SAMPLE_RATE_HZ, sinkId: { type: 'none' } })
  await context.audioWorklet.addModule(captureWorkletUrl)
  const node = new AudioWorkletNode(context, CAPTURE_PROCESSOR, {
    numberOfInputs: 1,
    numberOfOutputs: 0,
    channelCount: 1, // explicit: whatever the device has is mixed down to one channel
    channelCountMode: 'explicit',
  })
  await context.suspend()
  return graphAround(context, node, level)
}

function graphAround(context: AudioContext, node: AudioWorkletNode, level: LevelTrack): CaptureGraph {
  let source: MediaStreamAudioSourceNode | null = null
  const tell = (message: PageMessage, ports: MessagePort[] = []) => node.port.postMessage(message, ports)
  let silent = () => {}
  node.port.onmessage = ({ data }: MessageEvent<LevelReading | CaptureNews>) => (data === 'silent' ? silent() : level.take(data))
  level.connect((on) => tell({ type: 'levels', on }))
  return {
    connect: (road) => tell({ type: 'port' }, [road]),
    onSilent: (listener) => (silent = listener),
    run: () => running({ isRunning: () => context.state === 'running', resume: () => context.resume() }, RUN_LIMIT_MS),
    attach: (stream, channel) => {
      source?.disconnect()
      source = context.createMediaStreamSource(stream)
      channelOf(source, channel).connect(node)
    },
    flows: () => tell({ type: 'flows' }),
    detach: () => {
      source?.disconnect()
      source = null
      tell({ type: 'inputLost' })
      level.rest()
    },
    show: (on) => tell({ type: 'preview', on }),
    sleep: () => void context.suspend(),
  }
}

interface Outlet {
  connect(node: AudioNode): void
}

/** One channel alone, or all of them, which the node mixes. A device that lacks the channel is mixed, too: silence would help nobody. */
function channelOf(source: MediaStreamAudioSourceNode, channel: MicrophoneSettings['channel']): Outlet {
  const count = source.mediaStream.getAudioTracks()[0]?.getSettings().channelCount ?? 1
  if (channel === 'mix' || channel > count) return { connect: (node) => void source.connect(node) }
  const splitter = new ChannelSplitterNode(source.context, { numberOfOutputs: count })
  source.connect(splitter)
  return { connect: (node) => void splitter.connect(node, channel - 1) }
}
