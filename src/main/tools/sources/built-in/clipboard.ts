import { z } from 'zod'
import type { WallClock } from '../../../platform/ports'
import { say } from '../../../../shared/words/say'
import type { ClipboardInTurn, ClipboardPort } from '../../core/built-in/ports'
import { MAX_OUTPUT_CHARS } from '../../core/outputs'
import { type BuiltInTool, builtInTool, stoppedBefore } from '../../core/built-in/built-in-tool'

export interface ClipboardParts {
  readonly clipboard: ClipboardPort
  readonly clipboardInTurn: ClipboardInTurn
  readonly clock: WallClock
  readonly mint: () => string
}

const MAX_WRITE_CHARS = 10_000
const UNDO_MS = 600_000

export const clipboardRead = ({ clipboard, clipboardInTurn }: ClipboardParts): BuiltInTool =>
  builtInTool({
    name: 'clipboard_read',
    description: 'Reads the text in the clipboard.',
    input: z.strictObject({}),
    level: 1,
    effect: 'read',
    untrusted: 'the clipboard',
    pattern: () => ({ key: '', text: say('own-tools.clipboard_read-rule') }),
    run: async () => {
      const text = await clipboardInTurn(() => clipboard.readText())
      if (text === '') return { kind: 'done', output: 'There is no text in the clipboard.', said: say('own-tools.clipboard-empty') }
      return { kind: 'done', output: text, said: say('own-tools.clipboard-was-read', { count: Math.min(text.length, MAX_OUTPUT_CHARS) }) }
    },
  })

interface Former {
  readonly id: string
  readonly written: string
  readonly putBack: () => Promise<void>
}

/** What was in it before is kept in memory alone: it may be anything, and the list of actions is written down. */
export function clipboardWrite({ clipboard, clipboardInTurn, clock, mint }: ClipboardParts): BuiltInTool {
  let former: Former | null = null
  return builtInTool({
    name: 'clipboard_write',
    description: 'Puts text into the clipboard.',
    input: z.strictObject({ text: z.string().min(1).max(MAX_WRITE_CHARS) }),
    level: 2,
    effect: 'write',
    pattern: () => ({ key: '', text: say('own-tools.clipboard_write-rule') }),
    run: ({ text }, request) =>
      clipboardInTurn(async () => {
        const putBack = await clipboard.keep()
        const stopped = stoppedBefore(request)
        if (stopped !== null) return stopped
        await clipboard.writeText(text)
        former = { id: mint(), written: text, putBack }
        return { kind: 'done', output: { written: text.length }, said: say('own-tools.clipboard-written', { count: text.length }), undo: { kind: 'clipboard', data: former.id, until: clock() + UNDO_MS } }
      }),
    undo: {
      kind: 'clipboard',
      take: (id) =>
        clipboardInTurn(async () => {
          if (former?.id !== id || (await clipboard.readText()) !== former.written) return false
          await former.putBack()
          former = null
          return true
        }),
    },
  })
}
