import type { CaptureCommand } from '../../../../shared/ipc/audio-ports'
import { CaptureGate } from './capture-gate'
import { LevelMeter } from '../level-meter'
import { SilenceWatch } from './silence-watch'
import { CAPTURE_PROCESSOR, type CaptureNews, type PageMessage } from '../worklet-messages'

/** Microphone quanta → gate → frames on the port to main. Not a line of it runs on the UI thread. */
class CaptureProcessor extends AudioWorkletProcessor {
  private road: MessagePort | null = null
  private previewing = false
  private flows = false
  // No transfer list, ever: to a port whose other end is in main it hangs the main process (Electron 33.4.11).
  private readonly gate = new CaptureGate((fact) => this.road?.postMessage(fact))
  private readonly meter = new LevelMeter((reading) => this.port.postMessage(reading))

  private readonly silence = new SilenceWatch(() => this.port.postMessage('silent' satisfies CaptureNews))

  constructor() {
    super()
    this.port.onmessage = (event: MessageEvent<PageMessage>) => this.receive(event)
  }

  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    const input = inputs[0]?.[0]
    if (input !== undefined && this.delivers(input)) this.take(input)
    return true
  }

  /** Web Audio fills the gap before the first sample with zeros, which look like somebody saying nothing. */
  private delivers(input: Float32Array): boolean {
    this.flows ||= hasSound(input)
    return this.flows
  }

  private take(input: Float32Array): void {
    this.gate.quantum(input)
    this.hear(input)
  }

  /** What is heard outside a turn is shown in a preview, and to nobody else. */
  private hear(input: Float32Array): void {
    if (this.gate.isOpen || this.previewing) this.meter.pass(input)
    else this.meter.rest()
    if (this.gate.isOpen) this.silence.pass(input)
    else this.silence.rest()
  }

  private receive({ data, ports }: MessageEvent<PageMessage>): void {
    if (data.type === 'inputLost') this.gate.inputLost()
    if (data.type === 'inputLost' || data.type === 'flows') this.flows = data.type === 'flows'
    if (data.type === 'levels') this.meter.switch(data.on)
    if (data.type === 'preview') this.previewing = data.on
    const [road] = ports
    if (road !== undefined) this.connect(road)
  }

  private connect(road: MessagePort): void {
    this.gate.receive({ type: 'reset' })
    this.road?.close()
    this.road = road
    road.onmessage = ({ data }: MessageEvent<CaptureCommand>) => this.gate.receive(data)
  }
}

function hasSound(input: Float32Array): boolean {
  for (let at = 0; at < input.length; at += 1) if (input[at] !== 0) return true
  return false
}

registerProcessor(CAPTURE_PROCESSOR, CaptureProcessor)
