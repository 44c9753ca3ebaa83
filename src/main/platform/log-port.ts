/** Everything a log line can begin with: a closed list, so that repeats can be counted for each. */
export type LogText =
  | 'a call was answered that waits for nothing'
  | 'a fact was not handled'
  | 'a tool failed'
  | 'a window did not close'
  | 'an extension failed'
  | 'connection'
  | 'environment file not read'
  | 'folder not watched'
  | 'history set aside'
  | 'ipc handler failed'
  | 'ipc refused'
  | 'malformed event'
  | 'no summary'
  | 'text not copied'
  | 'others ducked'
  | 'others not ducked'
  | 'page gone'
  | 'server error'
  | 'session handed over'
  | 'socket closed'
  | 'sound around'
  | 'start failed'
  | 'started'
  | 'the next session could not be made'
  | 'notified the person'
  | 'uncaught'
  | 'unknown event'

type Fields = Readonly<Record<string, string | number | boolean>>

/** A text that stands in our sources, or an `OwnText`. What is only known to be a string may be a server's, and does not compile. */
type Loggable<Value> = Value extends string ? (string extends Value ? never : Value) : Value

type LogLine = <const F extends Fields>(text: LogText, fields?: F & { readonly [Name in keyof F]: Loggable<F[Name]> }) => void

/** Never throws, whatever becomes of the disk. */
export interface Logger {
  readonly error: LogLine
  readonly warn: LogLine
  readonly info: LogLine
  readonly debug: LogLine
}
