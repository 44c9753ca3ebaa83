import { memoryTools } from '../../src/main/memory/memory-tools'
import { reminderTools } from '../../src/main/reminders/reminder-tools'
import type { ClipboardPort, KeyboardPort, NoteFolder, OpenerPort, PathPort, ScreenPort, WrittenNote } from '../../src/main/tools/core/built-in/ports'
import type { ToolSource } from '../../src/main/tools/core/tool'
import { type BuiltInParts, createBuiltInSource } from '../../src/main/tools/sources/built-in/built-in-source'
import { err, ok } from '../../src/shared/result'
import { FakeFactBook, FakeReminderBook } from './fake-records'
import { FakeTimers } from './fake-timers'

/** A clipboard in memory, with something in it that is no text. */
export class FakeClipboard implements ClipboardPort {
  content: { readonly text: string; readonly picture: string } = { text: '', picture: '' }
  /** What was in it, one after the other. */
  readonly seen: string[] = []

  async readText(): Promise<string> {
    return this.content.text
  }

  async writeText(text: string): Promise<void> {
    this.put({ text, picture: '' })
  }

  async keep(): Promise<() => Promise<void>> {
    const kept = this.content
    return async () => this.put(kept)
  }

  put(content: FakeClipboard['content']): void {
    this.content = content
    this.seen.push(content.text)
  }
}

/** What other programs were given. `takes`: whether the system would. */
export class FakeOpener implements OpenerPort {
  takes = true
  readonly opened: string[] = []

  async openUrl(url: string): Promise<boolean> {
    return this.open(url)
  }

  async openPath(path: string): Promise<boolean> {
    return this.open(path)
  }

  private open(what: string): boolean {
    if (this.takes) this.opened.push(what)
    return this.takes
  }
}

type Found = Awaited<ReturnType<PathPort['find']>>

export class FakeNotes implements NoteFolder {
  path = '/home/anna/Notes'
  private readonly folders = new Map<string, Map<string, string>>()
  refuses: string | null = null

  /** Of the folder that is chosen now. */
  get files(): Map<string, string> {
    return this.filesOf(this.path)
  }

  async append(file: string, text: string) {
    if (this.refuses !== null) return err(this.refuses)
    this.files.set(file, (this.files.get(file) ?? '') + text)
    return ok(this.path)
  }

  async takeOut({ folder, file, text }: WrittenNote): Promise<boolean> {
    const files = this.filesOf(folder ?? this.path)
    const parts = files.get(file)?.split(text) ?? []
    if (parts.length === 2) files.set(file, parts.join(''))
    return parts.length === 2
  }

  private filesOf(folder: string): Map<string, string> {
    const files = this.folders.get(folder) ?? new Map<string, string>()
    this.folders.set(folder, files)
    return files
  }
}

/** A keyboard that types into nothing. `pasted`: what the clipboard held then. */
export class FakeKeyboard implements KeyboardPort {
  refuses: string | null = null
  held = false
  /** Of the other program: the chord was let go with Alt last. */
  inMenu = true
  readonly pasted: string[] = []

  constructor(
    private readonly clipboard: FakeClipboard,
    private readonly whilePasting: () => void,
  ) {}

  refusal(): string | null {
    return this.refuses
  }

  async released(): Promise<boolean> {
    return !this.held
  }

  leaveMenu(): void {
    this.inMenu = false
  }

  paste(): void {
    this.pasted.push(this.inMenu ? '' : this.clipboard.content.text)
    this.whilePasting()
  }
}

/** Everything around the tools of Parley's own, as a test has it. */
export class BuiltInWorld {
  now = Date.parse('2026-11-30T10:33:37.900Z')
  zone = 'Europe/Berlin'
  platform = 'linux'
  ownFocus = false
  readonly timers = new FakeTimers()
  readonly clipboard = new FakeClipboard()
  readonly opener = new FakeOpener()
  readonly paths = new Map<string, NonNullable<Found>>()
  readonly notes = new FakeNotes()
  readonly reminders = new FakeReminderBook()
  readonly facts = new FakeFactBook()
  /** Approvals are locked. */
  typing = false
  readonly typedWhileOn: boolean[] = []
  readonly keyboard = new FakeKeyboard(this.clipboard, () => this.typedWhileOn.push(this.typing))
  screen: Awaited<ReturnType<ScreenPort['capture']>> = ok({ url: 'data:image/jpeg;base64,AAAA', width: 1_568, height: 882 })
  private minted = 0

  readonly source: ToolSource = createBuiltInSource(this.parts())
  readonly reminderSource: ToolSource = reminderTools({ reminders: this.reminders, clock: () => this.now, zone: () => this.zone })
  readonly memorySource: ToolSource = memoryTools({ facts: this.facts, clock: () => this.now })
  /** In the order in which a session is told of them. */
  readonly sources: readonly ToolSource[] = [this.source, this.reminderSource, this.memorySource]

  private parts(): BuiltInParts {
    const { timers, clipboard, opener, notes, keyboard } = this
    return {
      timers, clipboard, opener, notes, keyboard,
      clock: () => this.now,
      zone: () => this.zone,
      mint: () => `id-${String((this.minted += 1))}`,
      platform: this.platform,
      paths: { find: async (path) => this.paths.get(path) ?? null },
      screen: { capture: async () => this.screen },
      ownFocus: () => this.ownFocus,
      typing: (on) => (this.typing = on),
    }
  }
}
