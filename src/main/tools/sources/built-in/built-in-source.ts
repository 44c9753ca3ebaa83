import type { ToolSource } from '../../core/tool'
import { oneAtATime } from '../../../platform/one-at-a-time'
import { sourceOf } from '../../core/built-in/built-in-tool'
import { addNote, type AddNoteParts } from './add-note'
import { calculate } from './calculate'
import { type ClipboardParts, clipboardRead, clipboardWrite } from './clipboard'
import { insertText, type InsertTextParts } from './insert-text'
import { lookAtScreen, type LookParts } from './look-at-screen'
import { now, type NowParts } from './now'
import { openFile, type OpenFileParts } from './open-file'
import { openUrl, type OpenUrlParts } from './open-url'

/** What the tools need of the machine. */
export type BuiltInParts = NowParts & Omit<ClipboardParts & InsertTextParts, 'clipboardInTurn'> & LookParts & OpenUrlParts & OpenFileParts & AddNoteParts

/** The tools that belong to no other feature: the front door. */
export function createBuiltInSource(given: BuiltInParts): ToolSource {
  const parts = { ...given, clipboardInTurn: oneAtATime() }
  return sourceOf('Parley', [
    now(parts),
    calculate(),
    clipboardRead(parts),
    clipboardWrite(parts),
    lookAtScreen(parts),
    openUrl(parts),
    openFile(parts),
    addNote(parts),
    insertText(parts),
  ])
}
