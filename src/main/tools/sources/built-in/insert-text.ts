import { z } from 'zod'
import type { Timers } from '../../../platform/ports'
import { plainText } from '../../../../shared/text/plain-text'
import { say } from '../../../../shared/words/say'
import type { ClipboardInTurn, ClipboardPort, KeyboardPort } from '../../core/built-in/ports'
import type { ToolOutcome, ToolRequest } from '../../core/tool'
import { type BuiltInTool, builtInTool, failed, stoppedBefore } from '../../core/built-in/built-in-tool'

export interface InsertTextParts {
  readonly clipboard: ClipboardPort
  readonly clipboardInTurn: ClipboardInTurn
  readonly keyboard: KeyboardPort
  /** The person types into Parley. */
  readonly ownFocus: () => boolean
  readonly timers: Pick<Timers, 'after'>
  /** Parley itself presses keys: whatever is approved meanwhile was approved by nobody. */
  readonly typing: (on: boolean) => void
}

/** The other program asks for the clipboard when it has time for the chord. */
const TAKEN_WITHIN_MS = 300
/** A program gives the focus back to its text. */
const MENU_LEFT_WITHIN_MS = 50
/** The key that approved it is still down. */
const RELEASED_WITHIN_MS = 3_000
const MAX_INSERT_CHARS = 10_000

export const insertText = (parts: InsertTextParts): BuiltInTool =>
  builtInTool({
    name: 'insert_text',
    description: 'Types text into the program the person is using, at the cursor.',
    input: z.strictObject({ text: z.string().min(1).max(MAX_INSERT_CHARS) }),
    level: 3,
    effect: 'write',
    run: async ({ text }, request) => {
      // A line break at the end would send a message, or run a command.
      const plain = plainText(text).trimEnd()
      return plain === '' ? failed('There is nothing to insert.') : parts.clipboardInTurn(() => inserted(parts, plain, request))
    },
  })

async function inserted(parts: InsertTextParts, plain: string, request: Pick<ToolRequest, 'signal'>): Promise<ToolOutcome> {
  const refusal = parts.keyboard.refusal() ?? (await blocked(parts))
  if (refusal !== null) return failed(refusal)
  const stopped = stoppedBefore(request)
  if (stopped !== null) return stopped
  await paste(parts, plain)
  return { kind: 'done', output: { pasted: plain.length, note: 'Whether the program took it cannot be seen.' }, said: say('own-tools.inserted', { count: plain.length }) }
}

async function blocked({ keyboard, ownFocus }: InsertTextParts): Promise<string | null> {
  if (!(await keyboard.released(RELEASED_WITHIN_MS))) return 'A key was held down the whole time; nothing was inserted.'
  return ownFocus() ? 'Parley itself has the focus; click into the other program first.' : null
}

async function paste({ clipboard, keyboard, timers, typing }: InsertTextParts, text: string): Promise<void> {
  const putBack = await clipboard.keep()
  typing(true)
  try {
    await clipboard.writeText(text)
    keyboard.leaveMenu()
    await new Promise<void>((resolve) => timers.after(MENU_LEFT_WITHIN_MS, resolve))
    keyboard.paste()
    await new Promise<void>((resolve) => timers.after(TAKEN_WITHIN_MS, resolve))
  } finally {
    typing(false)
    if ((await clipboard.readText()) === text) await putBack() // somebody may have copied something meanwhile
  }
}
