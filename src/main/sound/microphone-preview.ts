import type { ErrorTag } from '../../shared/errors/errors'
import type { MicrophoneSettings } from '../../shared/audio/sound-settings'
import type { AssistantView } from '../../shared/view'
import { Deadline } from '../platform/deadline'
import type { AudioPort, Timers } from '../platform/ports'

/** Nobody looks at a meter for longer, and the system's indicator must not stay on. */
const PREVIEW_MS = 30_000

type PreviewState = AssistantView['microphonePreview']

/** The microphone, open for nobody's turn, while a person looks at its level. */
export class MicrophonePreview {
  private now: PreviewState = 'off'
  private tried = ''
  private readonly longest: Deadline

  constructor(
    private readonly port: Pick<AudioPort, 'previewMicrophone' | 'endMicrophonePreview'>,
    timers: Timers,
    private readonly microphone: () => MicrophoneSettings,
    private readonly changed: () => void,
  ) {
    this.longest = new Deadline(timers, () => this.set(false))
  }

  get state(): PreviewState {
    return this.now
  }

  set(on: boolean): void {
    if (on) return this.begin()
    if (this.now === 'on') this.port.endMicrophonePreview()
    this.end('off')
  }

  failed(tag: ErrorTag): void {
    if (this.now === 'on') this.end(tag)
  }

  /** Another microphone was chosen: that is the one to look at. */
  settingsChanged(): void {
    if (this.now === 'on' && JSON.stringify(this.microphone()) !== this.tried) this.begin()
  }

  private begin(): void {
    const microphone = this.microphone()
    this.tried = JSON.stringify(microphone)
    this.port.previewMicrophone(microphone)
    this.end('on')
    this.longest.start(PREVIEW_MS)
  }

  private end(state: PreviewState): void {
    this.longest.stop()
    if (this.now === state) return
    this.now = state
    this.changed()
  }
}
