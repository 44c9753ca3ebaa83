import type { CaptureCommand } from '../../../shared/ipc/audio-ports'
import { CaptureGate } from './capture-gate'
import { CAPTURE_PROCESSOR, type PageMessage } from './worklet-messages'

/** Microphone quanta → gate → frames on the port to main. Not a line of it runs on the UI thread. */
class CaptureProcessor extends AudioWorkletProcessor {
  private road: MessagePort | null = null
  // No transfer list, ever: to a port whose other end is in main it hangs the main process (Electron 33.4.11).
  private readonly gate = new CaptureGate((fact) => this.road?.postMessage(fact))

  constructor() {
    super()
    this.port.onmessage = (event: MessageEvent<PageMessage>) => this.receive(event)
  }

  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    this.gate.quantum(inputs[0]?.[0])
    return true
  }

  private receive({ data, ports }: MessageEvent<PageMessage>): void {
    if (data.type === 'inputLost') this.gate.inputLost()
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

registerProcessor(CAPTURE_PROCESSOR, CaptureProcessor)
