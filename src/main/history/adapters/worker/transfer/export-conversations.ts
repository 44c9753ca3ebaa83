import type { ExportedConversation, Layout } from '../../../core/export-layout'
import { LAYOUTS } from '../../../core/export-layouts'
import type { ExportFormat, JobOutcome } from '../../../../../shared/history'
import type { ConversationId } from '../../../../../shared/ids'
import { createBreather } from '../../../../platform/worker/slices'
import type { Call } from '../../../../platform/worker/task'
import type { Database } from '../../../../platform/adapters/database/connection'
import { exportedConversation, exportedImages, exportedItems, exportedRows } from './export-rows'
import type { Session } from '../session'
import { withSnapshot } from '../database/snapshot'
import { writeBeside, type Write } from './write-beside'

/** Writes conversations, oldest first, as they are at this moment. */
export async function exportTo(
  { folder }: Session,
  call: Call,
  path: string,
  format: ExportFormat,
  conversations: readonly ConversationId[] | null,
): Promise<JobOutcome> {
  const layout = LAYOUTS[format]
  const breathe = createBreather()
  const outcome = { cancelled: false, conversations: 0, items: 0, skipped: 0 }
  await withSnapshot(folder, async (db) => {
    const rows = exportedRows(db, conversations)
    await writeBeside(path, async (write) => {
      await write(layout.begin(call.at))
      for (const [index, row] of rows.entries()) {
        call.progress({ done: index, total: rows.length })
        outcome.items += await writeConversation(db, row, index, { layout, write, call, breathe })
        if (call.cancelled()) break
        outcome.conversations += 1
      }
      await write(layout.end())
      outcome.cancelled = call.cancelled()
      return !outcome.cancelled
    })
    if (!outcome.cancelled) call.progress({ done: rows.length, total: rows.length })
  })
  return outcome.cancelled ? { cancelled: true, conversations: 0, items: 0, skipped: 0 } : outcome
}

interface Exporting {
  readonly layout: Layout
  readonly write: Write
  readonly call: Call
  readonly breathe: () => Promise<void>
}

/** Says how many items were written: all, unless it was cancelled. */
async function writeConversation(db: Database, row: number, index: number, { layout, write, call, breathe }: Exporting): Promise<number> {
  const conversation: ExportedConversation = exportedConversation(db, row)
  await write(layout.conversation(conversation, index))
  let count = 0
  for (const page of exportedItems(db, row)) {
    for (const item of page) {
      await write(layout.item(item, count, layout.carriesImages ? exportedImages(db, item) : []))
      count += 1
    }
    await breathe()
    if (call.cancelled()) return count
  }
  await write(layout.endConversation(conversation))
  return count
}
