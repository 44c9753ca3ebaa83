import type { AppError, ErrorTag } from '../../shared/errors'
import type { DeviceChoice, Settings } from '../../shared/settings'
import type { EarconName } from '../../shared/ipc/contract'
import type { HeardItem } from '../../shared/ipc/audio-ports'
import type { ItemId, TurnId } from '../../shared/ids'
import type { Result } from '../../shared/result'

/** The holes in the wall: what services need from the world. Adapters fill them; fakes fill them in unit tests. */

type Unsubscribe = () => void

/** Where to connect and with what. `authorization` is a secret: transports must not log it. */
export interface TransportTarget {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** Why a socket ended. Exactly one of `closeCode` and `httpStatus` is set when the server said anything at all. */
export interface TransportClosed {
  readonly closeCode: number | null
  readonly closeReason: string
  readonly httpStatus: number | null
}

export interface TransportListener {
  readonly opened: () => void
  /** One text frame, unparsed. */
  readonly message: (text: string) => void
  /** Exactly once, also when the connection never opened. */
  readonly closed: (why: TransportClosed) => void
}

/** One socket. Nothing is delivered to the listener after `close()` or after `closed`. */
export interface RealtimeConnection {
  /** `text` is one JSON client event. */
  send(text: string): void
  close(): void
  /** Bytes accepted but not yet on the network. */
  readonly bufferedBytes: number
}

export interface RealtimeTransport {
  connect(target: TransportTarget, listener: TransportListener): RealtimeConnection
}

export interface AudioListener {
  readonly captureReady: (turn: TurnId) => void
  readonly captureFrame: (turn: TurnId, pcm: Int16Array) => void
  readonly captureClosed: (turn: TurnId, samples: number) => void
  readonly captureFailed: (turn: TurnId, tag: ErrorTag) => void
  readonly playbackStarted: (item: ItemId) => void
  readonly playbackDrained: (item: ItemId, heardSamples: number, underruns: number) => void
  readonly playbackStopped: (id: number, heard: readonly HeardItem[], renderedAfterStop: number) => void
  readonly speakerFailed: () => void
}

/** The ears and the mouth, which live in the renderer. */
export interface AudioPort {
  openCapture(turn: TurnId, microphone: DeviceChoice | null): void
  /** The gate closes after `tailSamples` more samples; the device is released after `lingerMs`. */
  closeCapture(turn: TurnId, tailSamples: number, lingerMs: number): void
  play(item: ItemId, pcm: Int16Array): void
  endItem(item: ItemId): void
  /** Answered by `playbackStopped` with the same `id`. */
  stopPlayback(id: number): void
  useSpeaker(speaker: DeviceChoice | null): void
  earcon(name: EarconName): void
  listen(listener: AudioListener): Unsubscribe
}

export type KeyEdge = 'down' | 'up'

export interface HotkeyListener {
  readonly talkKey: (edge: KeyEdge) => void
  readonly talkToggle: () => void
  readonly modeKey: () => void
  readonly escape: () => void
  /** The hook died or was stopped by the system: any held key counts as released. */
  readonly lost: () => void
}

export interface HotkeyBindings {
  readonly talkKey: string
  readonly modeKey: string
}

export interface HotkeyRegistration {
  readonly talkKeyStyle: 'hold' | 'toggle' | 'none'
  /** Every hotkey that could not be had. Empty when all is well. */
  readonly failures: readonly AppError[]
}

export interface HotkeySource {
  /** Replaces all bindings. */
  bind(bindings: HotkeyBindings): Promise<HotkeyRegistration>
  /** Escape is taken globally only while a turn runs, so that it stays free for other programs. */
  watchEscape(on: boolean): void
  /** The next key (talk) or chord (mode) pressed, or null when none came in time. */
  record(which: 'talk' | 'mode'): Promise<string | null>
  listen(listener: HotkeyListener): Unsubscribe
  stop(): void
}

/** Secrets by host: a key is bound to the host it was entered for and is never given out for another. */
export interface SecretStore {
  get(host: string): Promise<Result<string | null, AppError>>
  set(host: string, secret: string): Promise<Result<void, AppError>>
  forget(host: string): Promise<Result<void, AppError>>
}

export interface SettingsStore {
  read(): Settings
  write(settings: Settings): Result<Settings, AppError>
  /** Set when the file could not be read at start and was put aside. */
  readonly damaged: AppError | null
}

export interface Timers {
  /** Milliseconds of a clock that never runs backwards. */
  now(): number
  after(ms: number, run: () => void): Unsubscribe
}

export interface Logger {
  error(text: string, fields?: Readonly<Record<string, string | number | boolean>>): void
  warn(text: string, fields?: Readonly<Record<string, string | number | boolean>>): void
  info(text: string, fields?: Readonly<Record<string, string | number | boolean>>): void
  debug(text: string, fields?: Readonly<Record<string, string | number | boolean>>): void
}

/** Looks at the talk loop from outside: the diagnostic trace of `npm run demo` and of the tests. Never on by default. */
export interface TraceSink {
  clientEvent(event: Readonly<Record<string, unknown>>): void
  /** One text frame of the server, unparsed. */
  serverText(text: string): void
  /** Samples as they go on the wire; kept only where the person asked for it (`--trace-audio`). */
  sentAudio(pcm: Int16Array): void
  mark(name: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void
}
