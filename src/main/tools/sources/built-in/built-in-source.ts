import type { ToolSource } from '../../core/tool'
import { addNote, type AddNoteParts } from './add-note'
import { type BuiltInTool, failed } from './built-in-tool'
import { calculate } from './calculate'
import { type ClipboardParts, clipboardRead, clipboardWrite } from './clipboard'
import { insertText, type InsertTextParts } from './insert-text'
import { lookAtScreen, type LookParts } from './look-at-screen'
import { forget, type MemoryParts, remember } from './memory'
import { now, type NowParts } from './now'
import { openFile, type OpenFileParts } from './open-file'
import { openUrl, type OpenUrlParts } from './open-url'
import { cancelTimer, listTimers, setTimer, type TimerParts } from './timers'

/** What the tools need of the machine and of the features they act for. */
export type BuiltInParts = NowParts & TimerParts & MemoryParts & ClipboardParts & LookParts & OpenUrlParts & OpenFileParts & AddNoteParts & InsertTextParts

/** In the order in which servers are told of them: it never changes, so that they are cached. */
const builtInTools = (parts: BuiltInParts): readonly BuiltInTool[] => [
  now(parts),
  calculate(),
  setTimer(parts),
  listTimers(parts),
  cancelTimer(parts),
  remember(parts),
  forget(parts),
  clipboardRead(parts),
  clipboardWrite(parts),
  lookAtScreen(parts),
  openUrl(parts),
  openFile(parts),
  addNote(parts),
  insertText(parts),
]

/** Parley's own tools: the front door. */
export function createBuiltInSource(parts: BuiltInParts): ToolSource {
  const all = builtInTools(parts)
  const list = all.map(({ tool }) => tool)
  const byName = new Map(all.map((each) => [each.tool.definition.name, each]))
  return {
    name: 'Parley',
    list: () => list,
    call: async (request) => byName.get(request.name)?.call(request) ?? failed('There is no such tool.'),
    undo: async ({ kind, data }) => (await all.find(({ undo }) => undo?.kind === kind)?.undo?.take(data)) ?? false,
  }
}
