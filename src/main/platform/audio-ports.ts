import type { ErrorTag } from '../../shared/errors/errors'
import type { ItemId, TurnId } from '../../shared/ids'
import type { HeardItem } from '../../shared/ipc/audio-ports'
import type { DeviceNews, EarconName, SystemSound } from '../../shared/ipc/sound'
import type { DevicePreference, MicrophoneSettings } from '../../shared/audio/sound-settings'

type Unsubscribe = () => void

export interface AudioListener {
  /** `early`: so many samples were there before the turn was opened; they come first. */
  readonly captureReady: (turn: TurnId, early?: number) => void
  readonly captureFrame: (turn: TurnId, pcm: Int16Array) => void
  readonly captureClosed: (turn: TurnId, samples: number) => void
  readonly captureFailed: (turn: TurnId, tag: ErrorTag) => void
  readonly playbackStarted: (item: ItemId) => void
  readonly playbackDrained: (item: ItemId, heardSamples: number, underruns: number) => void
  /** The player had no room for so many samples of the item. */
  readonly playbackOverflowed: (item: ItemId, samples: number) => void
  readonly playbackStopped: (id: number, heard: readonly HeardItem[], renderedAfterStop: number) => void
  readonly speakerFailed: () => void
  /** The page sees other devices than before. */
  readonly devicesChanged: () => void
  readonly previewFailed: (tag: ErrorTag) => void
  /** Nothing failed, but the person should know. */
  readonly deviceNews: (news: DeviceNews, device: string) => void
}

/** Capture and playback, which live in the renderer. */
export interface AudioPort {
  /** A turn may follow, and begins `back` samples ago, as far as they are there. Then comes `openCapture`, or `abandonCapture`. */
  prepareCapture(microphone: MicrophoneSettings, back: number): void
  /** None follows: nothing of it is kept, and the device is released now. */
  abandonCapture(): void
  /** The microphone runs between turns, too, and keeps what it heard last; null: not any more. */
  keepReady(microphone: MicrophoneSettings | null): void
  /** `back` counts where nothing was prepared. */
  openCapture(turn: TurnId, microphone: MicrophoneSettings, back: number): void
  /** The gate closes after `tailSamples` more samples; the device is released after `lingerMs`. */
  closeCapture(turn: TurnId, tailSamples: number, lingerMs: number): void
  /** The microphone runs without a turn, for its level; answered by `previewFailed` if it cannot. */
  previewMicrophone(microphone: MicrophoneSettings): void
  endMicrophonePreview(): void
  play(item: ItemId, pcm: Int16Array): void
  endItem(item: ItemId): void
  /** This one alone falls silent; nothing is answered. */
  dropItem(item: ItemId): void
  /** Answered by `playbackStopped` with the same `id`. */
  stopPlayback(id: number): void
  useSpeaker(speaker: DevicePreference): void
  /** Of everything that is played from now on but short sounds; 0..1. */
  setVolume(volume: number): void
  tellSystem(sound: SystemSound): void
  /** `volume`: 0..1. */
  earcon(name: EarconName, volume: number): void
  listen(listener: AudioListener): Unsubscribe
}

