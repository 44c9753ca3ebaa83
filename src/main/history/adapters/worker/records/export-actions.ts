import { createBreather } from '../../../../platform/worker/slices'
import type { Call } from '../../../../platform/worker/task'
import { withSnapshot } from '../database/snapshot'
import type { Session } from '../session'
import { writeBeside } from '../transfer/write-beside'
import { ACTION_COLUMNS, type ActionColumns, actionOf } from './action-rows'

const PAGE = 200

/** A JSON array, one action a line; times also as a person reads them. */
export async function exportActions({ folder }: Session, _call: Call, path: string): Promise<number> {
  const breathe = createBreather()
  let count = 0
  await withSnapshot(folder, (db) =>
    writeBeside(path, async (write) => {
      await write('[')
      for (let last = { at: -1, id: '' }; ; ) {
        const rows = db.all<ActionColumns>(`SELECT ${ACTION_COLUMNS} FROM actions WHERE (at, id) > (?, ?) ORDER BY at, id LIMIT ?`, last.at, last.id, PAGE)
        const end = rows.at(-1)
        if (end === undefined) break
        for (const row of rows) {
          await write(`${count === 0 ? '' : ','}\n${JSON.stringify({ time: new Date(row.at).toISOString(), ...actionOf(row) })}`)
          count += 1
        }
        last = end
        await breathe()
      }
      await write('\n]\n')
      return true
    }),
  )
  return count
}
