import { ledgerHeader, ledgerLine } from '../../../core/ledger-csv'
import { createBreather } from '../../../../platform/worker/slices'
import type { Call } from '../../../../platform/worker/task'
import { entryOf, LEDGER_COLUMNS, type LedgerColumns } from '../reading/ledger'
import type { Session } from '../session'
import { withSnapshot } from '../database/snapshot'
import { writeBeside } from './write-beside'

const PAGE = 200

/** The whole ledger, oldest first, as CSV; says how many segments. */
export async function exportLedger({ folder }: Session, _call: Call, path: string): Promise<number> {
  const breathe = createBreather()
  let count = 0
  await withSnapshot(folder, (db) =>
    writeBeside(path, async (write) => {
      await write(ledgerHeader)
      for (let last = { started_at: -1, id: '' }; ; ) {
        const rows = db.all<LedgerColumns>(
          `SELECT ${LEDGER_COLUMNS} FROM ledger WHERE (started_at, id) > (?, ?) ORDER BY started_at, id LIMIT ?`, last.started_at, last.id, PAGE,
        )
        const end = rows.at(-1)
        if (end === undefined) return true
        await write(rows.map((row) => ledgerLine(entryOf(row))).join(''))
        count += rows.length
        last = end
        await breathe()
      }
    }),
  )
  return count
}
