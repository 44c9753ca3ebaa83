import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readWav } from '../../../../scripts/demo/wav'
import { type PracticeServer, startPracticeServer } from '../../../support/practice/practice-server'
import type { SessionReport } from '../../../support/practice/session-report'
import { type App, useEndpoint } from '../app/app'
import type { Rig } from '../sound/rig'
import type { Mark } from '../app/trace'
import { until } from '../app/until'

const GOODBYE_MS = 2_000
/** The loudspeaker is behind the marks by its buffers, on a busy machine by this much more. */
export const BEHIND_MS = 2_000
/** A session announces its end and stays this much longer: late or not late is between the app and its own clock. */
const GRACE_S = 2
/** Two seconds ahead: the server lives in the process of the test, and an answer must not wait for its next burst. */
const PACING = { burst: 10 }
const BYTES_PER_MS = 48

/** A server whose sessions live for seconds only, and what could be seen while they followed one another. */
export interface Rolling {
  readonly app: App
  readonly practice: PracticeServer
  /** Those that were talked with, oldest first; what was being prepared at the end is not among them. */
  readonly sessions: readonly SessionReport[]
  /** Before the first turn, by the clock of the marks. */
  readonly since: number
  /** Behind the last turn: what the server does while the sound is looked at is nobody's business. */
  readonly until: number
  /** Sessions that ended before another one was ready to go on. */
  readonly endedTooEarly: () => number
  /** What the loudspeaker played, and between which two moments of the marks' clock the recording began. */
  readonly recording: { readonly samples: Float32Array; readonly notBefore: number; readonly notAfter: number }
}

export const handoversSince = ({ trace }: App, since: number): readonly Mark[] => trace.marks('handover').filter(({ at }) => at > since)

/** While the session is closed by us, the next one has been configured. */
const isReady = (session: SessionReport | undefined): boolean => session?.sentTypes.includes('session.updated') === true

/** Talks with a server of short-lived sessions while the loudspeaker is recorded. */
export async function rolling(rig: Rig, app: App, lifetimeSeconds: number, talk: (practice: PracticeServer, since: number) => Promise<void>): Promise<Rolling> {
  let [early, talking] = [0, true]
  const practice: PracticeServer = await startPracticeServer({
    lifetimeSeconds,
    graceSeconds: GRACE_S,
    pacing: PACING,
    onSession: (ended) => {
      const next = practice.sessions[practice.sessions.indexOf(ended) + 1]
      if (talking && !isReady(next)) early += 1
    },
  })
  await useEndpoint(app, practice)
  const since = app.trace.now()
  const wav = join(rig.folder, `rolling-${String(Date.now())}.wav`)
  const clock = () => app.electron.evaluate(() => performance.now())
  const notBefore = await clock()
  const recorder = await rig.recordSpeaker(wav)
  const notAfter = await clock()
  let ended = since
  try {
    await talk(practice, since)
    ended = app.trace.now()
    const wanted = (ended - notBefore + BEHIND_MS) * BYTES_PER_MS
    await until('the recording of the last words', async () => (await stat(wav)).size >= wanted)
  } finally {
    talking = false
    await recorder.stop()
  }
  const sessions = practice.sessions.slice(0, handoversSince(app, since).length + 1)
  // The newest change may have been a moment ago; whether and how they ended is looked at by the checks.
  await until('the end of old sessions', () => Promise.resolve(sessions.slice(0, -1).every(({ closeCode }) => closeCode !== null)), GOODBYE_MS).catch(() => undefined)
  const samples = readWav(await readFile(wav))?.samples ?? new Float32Array()
  return { app, practice, sessions, since, until: ended, endedTooEarly: () => early, recording: { samples, notBefore, notAfter } }
}
