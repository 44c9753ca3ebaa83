import { setTimeout as delay } from 'node:timers/promises'
import type { CutMoment } from '../../../../src/main/practice/faults/cuts'
import { setOnline } from '../talk/network'
import type { PracticeApp } from '../app/practice-app'
import type { Cut, Moment } from './plan'

/** A cut that found a connection. */
export interface Struck {
  readonly cut: Cut
  /** The number of the turn in the script, from 0. */
  readonly turn: number
}

/** Who cuts, and who helps afterwards. */
export interface Knife {
  /** Cuts `turn` when its time in the moment has come, or leaves it to the server to do so. */
  at(turn: number, moment: Moment, cut: Cut): Promise<void>
  /** What was armed and has not struck is taken back. Resolves when all help has been given. */
  settle(): Promise<void>
  readonly struck: readonly Struck[]
  /** When the person asked to try again, by the clock of the marks. */
  readonly retries: readonly number[]
}

/** How long each moment lasts, in ms; of an answer it is a little longer than what is heard. */
const LENGTH_MS: Readonly<Record<Moment, number>> = { before: 150, during: 900, after: 300, answering: 1_300 }
/** A part of the cuts falls on an event instead of a time. */
const ON_EVENT = 0.4
const GONE_WITHIN_MS = 6_500
const POLL_MS = 20
/** People take a moment to see that the connection is gone. */
const HELP_AFTER_MS = 250

export function knife({ app, practice }: PracticeApp): Knife {
  const struck: Struck[] = []
  const retries: number[] = []
  const open: Promise<void>[] = []
  let arming = {}

  function hit(turn: number, cut: Cut): Promise<void> {
    struck.push({ turn, cut })
    return help(cut)
  }
  const retry = async () => {
    retries.push(app.trace.now())
    await app.page.evaluate(() => window.assistant.retryConnection())
  }
  async function help(cut: Cut): Promise<void> {
    const since = app.trace.now()
    await delay(HELP_AFTER_MS * cut.share)
    if (cut.kind === 'half-open' || cut.help === 'network') {
      await setOnline(app, false)
      await setOnline(app, true)
    }
    if (cut.help === 'person' && (await isWaiting(since))) await retry()
  }
  async function isWaiting(since: number): Promise<boolean> {
    for (const start = Date.now(); Date.now() - start < GONE_WITHIN_MS; await delay(POLL_MS)) {
      const state = app.trace.marks('connection').at(-1)
      if (state !== undefined && state.at >= since && state['state'] !== 'ready') return state['state'] === 'waiting'
    }
    return false
  }
  const cutNow = (turn: number, cut: Cut) => {
    const refusals = cut.refusal === null ? [] : [cut.refusal]
    practice.addFaults(refusals)
    if (practice.cut(cut.kind) === null) practice.setFaults([])
    else open.push(hit(turn, cut))
  }
  /** Until the server has done it, to the session that is there or, where that is dead already, to one behind it; or it is taken back. */
  const watch = async (turn: number, cut: Cut) => {
    const mine = arming
    const dead = practice.sessions.filter((session) => session.cut !== null)
    const isDone = () => practice.sessions.some((session) => session.cut === cut.kind && !dead.includes(session))
    while (!isDone() && mine === arming) await delay(POLL_MS)
    if (isDone()) await hit(turn, cut)
  }
  return {
    struck,
    retries,
    at: async (turn, moment, cut) => {
      const event = eventOf(moment, cut.share)
      if (event !== null) {
        open.push(watch(turn, cut))
        practice.addFaults([{ name: `${cut.kind}-${event.moment}`, value: event.value, times: 1 }, ...(cut.refusal === null ? [] : [cut.refusal])])
        return
      }
      await delay(cut.share * LENGTH_MS[moment])
      cutNow(turn, cut)
    },
    settle: async () => {
      arming = {}
      await Promise.all(open.splice(0))
      practice.setFaults([])
    },
  }
}

function eventOf(moment: Moment, share: number): { readonly moment: CutMoment; readonly value: number } | null {
  if (share > ON_EVENT) return null
  if (moment === 'after') return { moment: share < ON_EVENT / 2 ? 'on-commit' : 'on-create', value: 1 }
  return moment === 'answering' ? { moment: 'mid-answer', value: 1 } : null
}
