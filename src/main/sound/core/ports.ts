import type { SystemSound } from '../../../shared/ipc/sound'
import type { DevicePreference } from '../../../shared/audio/sound-settings'

type Unsubscribe = () => void

/** What other programs play. Nothing here fails: where it cannot be done, nothing happens. */
export interface DuckingPort {
  /** Whether the system lets us. */
  possible(): Promise<boolean>
  lower(): Promise<void>
  /** One more, which began to play behind that. */
  lowerToo(stream: number): Promise<void>
  /** Everything has its own volume again, also what an earlier run had lowered. */
  restore(): Promise<void>
}

/** What the sound server tells by itself. Where there is none, or none that we know, nothing. */
export interface SoundServerEvents {
  listen(listener: SoundServerListener): Unsubscribe
}

export interface SoundServerListener {
  /** A program began to play. */
  readonly streamBegan: (stream: number) => void
  /** Devices came or went, or the system chose others. */
  readonly devicesChanged: () => void
}

/** What the sound system knows of its devices and Chromium does not say. */
export interface SystemSoundSource {
  /** Sees to it, too, that what the person wishes can be opened. */
  read(wish: () => DevicePreference): Promise<SystemSound>
  /** What it did for that is undone. */
  stop(): void
}
