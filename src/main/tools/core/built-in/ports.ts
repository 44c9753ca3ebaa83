import type { Result } from '../../../../shared/result'

/** What the built-in tools need of the machine. Adapters fill these. */

export interface ClipboardPort {
  /** Empty: no text is in it. */
  readText(): Promise<string>
  writeText(text: string): Promise<void>
  /** All of it as it is now, whatever it is; what comes back puts it there again. */
  keep(): Promise<() => Promise<void>>
}

/** What needs the clipboard for a while has it alone: pasting goes by way of it. */
export type ClipboardInTurn = <T>(work: () => Promise<T>) => Promise<T>

export interface SeenScreen {
  /** A JPEG as data URL, no larger than an attached image may be. */
  readonly url: string
  readonly width: number
  readonly height: number
}

export interface ScreenPort {
  /** The screen with the pointer; the person sees that it was looked at. The error: a sentence. */
  capture(): Promise<Result<SeenScreen, string>>
}

/** What other programs open. Answers: whether the system took it. */
export interface OpenerPort {
  openUrl(url: string): Promise<boolean>
  openPath(path: string): Promise<boolean>
}

export type PathKind = 'file' | 'folder' | 'other'

export interface PathPort {
  /** Behind all links, with a leading `~` for the person's own folder; `name`: its last part. Null: there is nothing. */
  find(path: string): Promise<{ readonly path: string; readonly name: string; readonly kind: PathKind } | null>
}

export interface WrittenNote {
  /** Where it was written, whatever folder notes go to now. */
  readonly folder?: string | undefined
  readonly file: string
  readonly text: string
}

/** A folder of Markdown files, and nothing outside of it. The errors: sentences. */
export interface NoteFolder {
  /** All of it or nothing; answers the folder that it was written to. */
  append(file: string, text: string): Promise<Result<string, string>>
  /** Takes out exactly this. False: it is not there, or more than once. */
  takeOut(note: WrittenNote): Promise<boolean>
}

export interface KeyboardPort {
  /** Null: it can type. Otherwise why not, as a sentence. */
  refusal(): string | null
  /** No key is down any more; false: one still is. A chord that is being held would change what is typed. */
  released(withinMs: number): Promise<boolean>
  /**
   * A chord with Alt that nobody else got leaves Alt alone behind, and Alt let go alone takes a program into its menu bar, where a paste goes
   * nowhere. Pressed once more, it leads out again; with a key that is on no keyboard in between, it leads nowhere it was not.
   */
  leaveMenu(): void
  /** The system's chord for pasting, in whatever has the focus. */
  paste(): void
}
