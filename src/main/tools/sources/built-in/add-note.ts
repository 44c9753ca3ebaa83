import { z } from 'zod'
import type { WallClock } from '../../../platform/ports'
import { plainText } from '../../../../shared/text/plain-text'
import { say } from '../../../../shared/words/say'
import { localTime } from '../../core/built-in/local-time'
import { MAX_NOTE_NAME_CHARS, noteFile } from '../../core/built-in/note-name'
import type { NoteFolder } from '../../core/built-in/ports'
import { type BuiltInTool, builtInTool, failed } from '../../core/built-in/built-in-tool'

export interface AddNoteParts {
  readonly notes: NoteFolder
  readonly clock: WallClock
  readonly zone: () => string
}

/** What is written stands in the undo as JSON, which may take two characters for one, beside the longest folder there can be. */
const MAX_NOTE_CHARS = 1_900

/** Earlier versions wrote no folder. */
const WrittenSchema = z.strictObject({ folder: z.string().optional(), file: z.string(), text: z.string() })

/** Appended under the time, so that it can be found again and taken out exactly. */
export const addNote = ({ notes, clock, zone }: AddNoteParts): BuiltInTool =>
  builtInTool({
    name: 'add_note',
    description: "Appends to one of the person's Markdown notes.",
    input: z.strictObject({
      text: z.string().min(1).max(MAX_NOTE_CHARS),
      note: z.string().max(MAX_NOTE_NAME_CHARS).optional().describe('Its title; leave out for "Notes"'),
    }),
    level: 2,
    effect: 'write',
    isOwn: true,
    run: async ({ text, note = '' }) => {
      const file = noteFile(note)
      const plain = plainText(text).trim()
      if (file === null) return failed('A title has letters, digits, spaces and simple signs only.')
      if (plain === '') return failed('There is nothing to write.')
      const written = `\n## ${localTime(clock(), zone()).time.slice(0, 19).replace('T', ' ')}\n\n${plain}\n`
      const appended = await notes.append(file, written)
      if (!appended.ok) return failed(appended.error)
      return { kind: 'done', output: { file }, said: say('own-tools.noted', { file }), undo: { kind: 'note', data: JSON.stringify({ folder: appended.value, file, text: written }), until: null } }
    },
    undo: {
      kind: 'note',
      take: async (data) => notes.takeOut(WrittenSchema.parse(JSON.parse(data))),
    },
  })
