import { SAMPLE_RATE_HZ } from '../../../shared/audio-format'
import { running } from './audio-context'
import type { Ear } from './capture'
import captureWorkletUrl from './capture.worklet?worker&url'
import { CAPTURE_PROCESSOR, type PageMessage } from './worklet-messages'

/** A context on a device that works starts within a tenth of a second. */
const RUN_LIMIT_MS = 2_000

/** The capture side of Web Audio: stream → worklet. Chromium resamples the microphone to the context's rate. */
export interface CaptureGraph extends Ear {
  connect(road: MessagePort): void
}

export async function createCaptureGraph(): Promise<CaptureGraph> {
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
  return graphAround(context, node)
}

function graphAround(context: AudioContext, node: AudioWorkletNode): CaptureGraph {
  let source: MediaStreamAudioSourceNode | null = null
  const tell = (message: PageMessage, ports: MessagePort[] = []) => node.port.postMessage(message, ports)
  return {
    connect: (road) => tell({ type: 'port' }, [road]),
    run: () => running({ isRunning: () => context.state === 'running', resume: () => context.resume() }, RUN_LIMIT_MS),
    attach: (stream) => {
      source = context.createMediaStreamSource(stream)
      source.connect(node)
    },
    detach: () => {
      source?.disconnect()
      source = null
      tell({ type: 'inputLost' })
    },
    sleep: () => void context.suspend(),
  }
}
