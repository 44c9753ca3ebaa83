/** The holes in the wall: what the app needs of the machine, whatever its feature. Adapters fill them; fakes fill them in unit tests. */

export type { Logger } from './log-port'

export type { Timers } from '../../shared/time/timers'

export type { AudioListener, AudioPort } from './audio-ports'

/** The wall clock, apart from `Timers`: it may jump. Milliseconds since 1970. */
export type WallClock = () => number

/** Looks at the talk loop from outside: the diagnostic trace of `npm run demo` and of the tests. Never on by default. */
export interface TraceSink {
  /** What of a talk it keeps, for the person to see; null: nothing. */
  readonly traced: 'events' | 'audio' | null
  clientEvent(event: Readonly<Record<string, unknown>>): void
  /** One text frame of the server, unparsed. */
  serverText(text: string): void
  /** Samples as they go on the wire; kept only where the person asked for it (`--trace-audio`). */
  sentAudio(pcm: Int16Array): void
  mark(name: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void
}
