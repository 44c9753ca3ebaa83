import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { newFolder, openStore, valueOf } from './support/store'
import { talkId } from './support/talks'
import { createRandom } from './support/texts'

const WRITER = join(import.meta.dirname, 'support', 'writer.ts')

/** However slow the disk is, there is something that could be lost. */
const FIRST_ANSWERS = 5

/** What a writer has been answered before it was killed, `afterMs` after its first answers. */
async function killedWriter(folder: string, first: number, afterMs: number): Promise<readonly number[]> {
  const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, folder, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  writer.stdout.setEncoding('utf8').on('data', (text: string) => { said += text })
  while (said.split('\n').length <= FIRST_ANSWERS) await once(writer.stdout, 'data')
  await setTimeout(afterMs)
  writer.kill('SIGKILL')
  await once(writer, 'close')
  // The last line may have been cut by the kill.
  return said.slice(0, said.lastIndexOf('\n') + 1).split('\n').filter((line) => line !== '').map(Number)
}

test('whatever was answered is there after a kill at any moment', { timeout: 120_000 }, async () => {
  const folder = newFolder()
  const random = createRandom(7)
  const answered: number[] = []
  const lost: number[] = []
  for (let round = 0; round < 5; round += 1) {
    answered.push(...(await killedWriter(folder, (answered.at(-1) ?? 0) + 1_000, 300 * random())))
    const db = new DatabaseSync(join(folder, 'history.db'))
    expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    const there = new Set(db.prepare('SELECT id FROM items').all().map((row) => (row as { id: string }).id))
    lost.push(...answered.filter((number) => !there.has(`i${String(number)}`)))
    db.close()
  }
  const store = await openStore(folder)
  console.log(`${String(answered.length)} items answered before five kills`)
  expect({ lost, some: answered.length >= 5 * FIRST_ANSWERS, opens: valueOf(await store.items(talkId(1), null, 5)).rows.length }).toEqual({ lost: [], some: true, opens: 5 })
})
