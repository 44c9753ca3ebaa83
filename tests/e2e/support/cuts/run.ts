import type { Rig } from '../sound/rig'
import { startPracticeApp } from '../app/practice-app'
import { accountOf, type Account } from './account'
import { wrongWith } from './checks'
import { talkPlan } from './plan'
import { answersFor, PACING } from './script'
import type { Struck } from './strike'
import { holdTalk } from './talk'

export interface CutTalk {
  readonly wrong: readonly string[]
  readonly struck: readonly Struck[]
  readonly account: Account
  /** Connects the app says it tried, and those the server has seen. */
  readonly connects: readonly [number, number]
}

/** One talk in a fresh app with a server of its own, cut at random. */
export async function cutTalk(rig: Rig, wavs: readonly string[], seed: number, turns: number, cuts: number): Promise<CutTalk> {
  const talking = await startPracticeApp(rig, { pacing: PACING, script: answersFor(turns) }, { settings: { earcons: false } })
  const { app, practice } = talking
  const [since, before, refused] = [app.trace.now(), practice.sessions.length, practice.stats.refusedConnects]
  try {
    const { struck, retries } = await holdTalk(rig, talking, wavs, talkPlan(seed, turns, cuts))
    const account = await accountOf(talking, since, before - 1)
    const tried = app.trace.marks('connection').filter((mark) => mark.at > since && mark['state'] === 'connecting').length
    const { sessionCount, refusedHandshakes, refusedConnects } = practice.stats
    const seen = sessionCount - before + refusedHandshakes + refusedConnects - refused
    const connects = tried === seen ? [] : [`the app connected ${String(tried)} times, the server saw ${String(seen)}`]
    return { wrong: [...wrongWith(account, retries), ...connects], struck, account, connects: [tried, seen] }
  } finally {
    await talking.stop()
  }
}
