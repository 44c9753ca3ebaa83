import type { PlaybackCommand } from '../../../../shared/ipc/audio-ports'
import { LevelMeter } from '../level-meter'
import { HeardMeter } from './heard-meter'
import { PlaybackQueue } from './playback-queue'
import { PLAYBACK_PROCESSOR, type PageMessage, type PlaybackActivity } from '../worklet-messages'

/** Samples from the port to main → queue → loudspeaker. The page only hears whether there is anything to play. */
class PlaybackProcessor extends AudioWorkletProcessor {
  private road: MessagePort | null = null
  private activity: PlaybackActivity = 'idle'
  // No transfer list, ever: to a port whose other end is in main it hangs the main process (Electron 33.4.11).
  private readonly queue = new PlaybackQueue((fact) => this.road?.postMessage(fact))
  private readonly heard = new HeardMeter(() => this.queue.readings(), (readings) => this.port.postMessage(readings))
  private readonly meter = new LevelMeter((reading) => this.port.postMessage(reading))

  constructor() {
    super()
    this.port.onmessage = (event: MessageEvent<PageMessage>) => this.receive(event)
  }

  process(_inputs: readonly (readonly Float32Array[])[], outputs: readonly (readonly Float32Array[])[]): boolean {
    const output = outputs[0]?.[0]
    if (output !== undefined) this.render(output)
    this.tellActivity()
    return true
  }

  private render(output: Float32Array): void {
    this.queue.render(output)
    this.meter.pass(output)
    this.heard.pass(output.length, this.queue.busy)
  }

  private receive({ data, ports }: MessageEvent<PageMessage>): void {
    if (data.type === 'levels') this.meter.switch(data.on)
    if (data.type === 'heard') this.heard.switch(data.on)
    const [road] = ports
    if (road !== undefined) this.connect(road)
  }

  private connect(road: MessagePort): void {
    this.road?.close()
    this.road = road
    road.onmessage = ({ data }: MessageEvent<PlaybackCommand>) => {
      this.queue.receive(data)
      this.tellActivity()
    }
  }

  private tellActivity(): void {
    const activity: PlaybackActivity = this.queue.busy ? 'busy' : 'idle'
    if (activity === this.activity) return
    this.activity = activity
    this.port.postMessage(activity)
  }
}

registerProcessor(PLAYBACK_PROCESSOR, PlaybackProcessor)
