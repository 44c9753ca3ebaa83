import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { ConversationItem } from '../../../../src/shared/conversation'
import { startApp, type App } from '../app/app'
import { integrity, ledgerRows, readLeftovers, storedItems, untilHistory, type LedgerRow, type StoredRow } from './history-db'
import { answered, historyPage } from './history-page'
import { descendantsOf, isAlive } from '../app/processes'
import { dice } from '../talk/random-keys'
import type { Rig } from '../sound/rig'
import { makeTone } from '../sound/rig-speech'
import { followShown } from '../talk/shown-items'
import { TALK_KEY } from '../app/talking'
import { until } from '../app/until'

/** From the first word on, for the first kill from the first finished item on, so that one at least has something to lose: long enough for a spoken turn and a few typed ones. */
const LONGEST_TALK_MS = 3_500
const SHORTEST_TALK_MS = 100
/** Chromium's processes notice by their broken pipe. */
const CHILDREN_GONE_MS = 5_000
/** The app's own bound for a quit is 2 s; Chromium wants some more, and whoever waits may have to bring it to its end first. */
const ENDS_WITHIN_MS = 20_000

/** What one kill has shown. */
export interface KillReport {
  readonly afterMs: number
  /** Items that had been shown as finished. */
  readonly shown: number
  /** Of these: those that are not in the database as they were shown. Must be empty. */
  readonly missing: readonly string[]
  readonly integrity: string
  /** Stretches of the ledger that the kill left open. */
  readonly openSegments: number
  /** What the start after the kill did wrong. Must be empty. */
  readonly next: readonly string[]
}

/** The database may know more than was shown (it is written first), never less. */
const missingOf = (shown: readonly ConversationItem[], stored: readonly StoredRow[]): readonly string[] =>
  shown.filter(({ id, role, text }) => !stored.some((row) => row.id === id && row.role === role && row.text.startsWith(text))).map((item) => JSON.stringify(item))

const isOpen = ({ end }: LedgerRow): boolean => end === null

/** Kills the app `count` times in the middle of a talk, always on the same data, and looks after each time whether anything is lost. */
export async function killRuns(rig: Rig, { count, seed, told }: { readonly count: number; readonly seed: number; readonly told?: (report: KillReport) => void }): Promise<readonly KillReport[]> {
  const random = dice(seed)
  const moments = Array.from({ length: count }, () => Math.round(SHORTEST_TALK_MS + random() * (LONGEST_TALK_MS - SHORTEST_TALK_MS)))
  const userData = join(rig.folder, 'killed')
  const tone = join(rig.folder, 'kill-tone.wav')
  await makeTone(tone, { hz: 330, seconds: 20 + count * 15 })
  const speech = rig.startSpeaking(tone)
  const reports: KillReport[] = []
  let app = await startApp(rig, { userData })
  await untilHistory(userData) // a kill before there is one leaves nothing to look at
  for (const [index, afterMs] of moments.entries()) {
    // Dice of its own for each talk: how far the last one came must not change the next.
    const shown = await talkUntilKilled(rig, app, { random: dice(seed + index + 1), afterMs, number: index + 1 })
    const left = await readLeftovers(userData, (db) => ({ integrity: integrity(db), items: storedItems(db), ledger: ledgerRows(db) }))
    app = await startApp(rig, { userData })
    const next = await faultsOfStart(app, left)
    const report = { afterMs, shown: shown.length, missing: missingOf(shown, left.items), integrity: left.integrity, openSegments: left.ledger.filter(isOpen).length, next }
    reports.push(report)
    told?.(report)
  }
  await app.close()
  await speech.stop()
  return reports
}

interface Talk {
  readonly random: () => number
  readonly afterMs: number
  readonly number: number
}

/** SIGKILL, as the system does when memory runs out. */
export const killApp = (app: Pick<App, 'electron'>): Promise<Ending> => endedBy('SIGKILL', app)

async function talkUntilKilled(rig: Rig, app: App, { random, afterMs, number }: Talk): Promise<readonly ConversationItem[]> {
  const shown = await followShown(app)
  const killed = new AbortController()
  const talk = chatter(rig, app, random, `kill ${String(number)}`, killed.signal)
  if (number === 1) await until('a finished item', () => Promise.resolve(shown.finished().length > 0))
  await delay(afterMs)
  killed.abort()
  await killApp(app)
  await talk
  await rig.keyUp(TALK_KEY)
  return shown.finished()
}

/** Types, speaks, interrupts and begins anew, at random, until it is over. What fails then has lost its app. */
async function chatter(rig: Rig, { page }: App, random: () => number, name: string, over: AbortSignal): Promise<void> {
  const wait = (ms: number) => delay(ms, undefined, { signal: over })
  try {
    for (let turn = 1; !over.aborted; turn += 1) {
      const roll = random()
      if (roll < 0.6) await page.evaluate((text) => window.assistant.sendText(text), `${name}, turn ${String(turn)}`)
      else if (roll < 0.85) await speak(rig, () => wait(350 + 500 * random()))
      else if (roll < 0.95) await page.evaluate(() => { window.assistant.cancel() })
      else await page.evaluate(() => { window.assistant.newConversation({ private: false }) })
      await wait(1_200 * random())
    }
  } catch (cause) {
    if (!over.aborted) throw cause
  }
}

async function speak(rig: Rig, meanwhile: () => Promise<void>): Promise<void> {
  await rig.keyDown(TALK_KEY)
  try {
    await meanwhile()
  } finally {
    await rig.keyUp(TALK_KEY)
  }
}

export interface Ending {
  readonly code: number | null
  readonly signal: string | null
}

/** Main has ended, and the processes that were its children at the call are gone; by themselves, whatever became of it. */
export async function ended({ electron }: Pick<App, 'electron'>): Promise<Ending> {
  const main = electron.process()
  const children = descendantsOf(main.pid ?? 0)
  const [code, signal] = (await once(main, 'exit', { signal: AbortSignal.timeout(ENDS_WITHIN_MS) })) as [number | null, string | null]
  await until('no process of the app that ended', () => Promise.resolve(!children.some(isAlive)), CHILDREN_GONE_MS)
  return { code, signal }
}

/** By this signal to main. */
export function endedBy(signal: NodeJS.Signals, app: Pick<App, 'electron'>): Promise<Ending> {
  const ending = ended(app)
  app.electron.process().kill(signal)
  return ending
}

/** The app has started on what was left: it says nothing about it, lists every conversation, and has closed the open segments. */
async function faultsOfStart(app: App, left: { readonly items: readonly StoredRow[]; readonly ledger: readonly LedgerRow[] }): Promise<readonly string[]> {
  const page = await historyPage(app)
  const list = answered(await page.evaluate(() => window.records.list(null, 500))).rows
  const ledger = answered(await page.evaluate(() => window.records.ledger(null, 500, true))).rows
  const unlisted = [...new Set(left.items.map(({ conversation }) => conversation))].filter((id) => !list.some((row) => row.id === id))
  const stillOpen = left.ledger.filter(isOpen).filter(({ id }) => ledger.find((row) => row.id === id)?.end !== 'crashed')
  return [
    ...app.trace.marks('notice').map(({ tag }) => `said ${String(tag)}`),
    ...unlisted.map((id) => `does not list ${id}`),
    ...stillOpen.map(({ id }) => `segment ${id} is not crashed`),
  ]
}
