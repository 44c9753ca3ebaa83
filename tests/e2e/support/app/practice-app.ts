import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PracticeOptions, type PracticeServer, startPracticeServer } from '../../../support/practice/practice-server'
import type { SessionReport } from '../../../support/practice/session-report'
import { type App, type AppOptions, startApp, useEndpoint } from './app'
import type { Rig } from '../sound/rig'

/** The app, talking to a practice endpoint that the test can look into and disturb. */
export interface PracticeApp {
  readonly app: App
  readonly practice: PracticeServer
  stop(): Promise<void>
}

export async function startPracticeApp(rig: Rig, practiceOptions: PracticeOptions = {}, appOptions: AppOptions = {}): Promise<PracticeApp> {
  const practice = await startPracticeServer({ forgives: [], ...practiceOptions })
  const app = await startApp(rig, appOptions)
  await useEndpoint(app, practice)
  return {
    app,
    practice,
    stop: async () => {
      await app.close()
      await practice.close()
    },
  }
}

/** The session the app is in now. */
export function session(practice: PracticeServer): SessionReport {
  const newest = practice.sessions.at(-1)
  if (newest === undefined) throw new Error('Nobody has connected to the practice endpoint.')
  return newest
}

/** All samples the app has sent so far, in all sessions (s16le). */
export const sentAudio = (app: App): Buffer => readFileSync(join(app.trace.folder, 'sent.pcm'))
