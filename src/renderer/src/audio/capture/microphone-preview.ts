import { SAMPLE_RATE_HZ } from '../../../../shared/audio/audio-format'
import { classifyMicrophoneError } from '../../../../shared/errors/classify-error'
import type { ErrorTag } from '../../../../shared/errors/errors'
import type { MicrophoneSettings } from '../../../../shared/audio/sound-settings'
import type { DeviceRegistry } from '../devices/device-registry'
import { errorName, openMicrophone } from './microphone'
import { stopTracks } from './streams'

/** Samples that `peak` covers: 43 ms. */
const WINDOW = 1_024

/** A microphone that is listened to outside any turn: whether it may be opened, and how loud it is. Nothing of it is kept or sent. */
export class MicrophonePreview {
  private readonly samples = new Float32Array(WINDOW)
  private wanted = 0
  private context: AudioContext | null = null
  private analyser: AnalyserNode | null = null
  private stream: MediaStream | null = null

  constructor(private readonly registry: DeviceRegistry) {}

  /** Opening is also how the system is asked for its permission. Null: it delivers, or nobody wants it any more. */
  async open(wish: MicrophoneSettings): Promise<ErrorTag | null> {
    this.close()
    const mine = this.wanted
    try {
      const { stream } = await openMicrophone(wish, this.registry)
      if (mine === this.wanted) this.listen(stream)
      else stopTracks(stream)
      return null
    } catch (error) {
      return mine === this.wanted ? classifyMicrophoneError(errorName(error)) : null
    }
  }

  /** The loudest sample of the last 43 ms, 0..1. */
  peak(): number {
    if (this.analyser === null) return 0
    this.analyser.getFloatTimeDomainData(this.samples)
    let peak = 0
    for (const sample of this.samples) peak = Math.max(peak, Math.abs(sample))
    return peak
  }

  close(): void {
    this.wanted += 1
    if (this.stream !== null) stopTracks(this.stream)
    void this.context?.close()
    this.context = null
    this.analyser = null
    this.stream = null
  }

  private listen(stream: MediaStream): void {
    // No loudspeaker behind it: a preview must not open, or wait for, an output device.
    this.context = new AudioContext({ sampleRate: SAMPLE_RATE_HZ, sinkId: { type: 'none' } })
    this.analyser = this.context.createAnalyser()
    this.analyser.fftSize = WINDOW
    this.context.createMediaStreamSource(stream).connect(this.analyser)
    this.stream = stream
  }
}
