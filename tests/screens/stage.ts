import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright'
import type { Speech } from '../../scripts/rig/sound'
import type { SettingsPatch } from '../../src/shared/settings'
import { type PracticeApp, startPracticeApp } from '../e2e/support/app/practice-app'
import type { Rig } from '../e2e/support/sound/rig'
import { sentence, TALK_KEY } from '../e2e/support/app/talking'
import { seedYesterday } from './talks'
import { changeSettings } from '../e2e/support/app/change-settings'

export interface Stage extends PracticeApp {
  readonly rig: Rig
  readonly zoom: number
  /** Somebody speaks for some twelve seconds, or until told to be quiet. */
  readonly speak: () => void
  readonly hush: () => Promise<void>
}

/** One state of one window. `undo` brings the app back to an idle, empty talk. */
export interface Scene {
  readonly name: string
  readonly prepare: (stage: Stage) => Promise<Page>
  readonly undo?: (stage: Stage) => Promise<void>
}

const SPEECH = 'I would like to know which trees grow well in the shade of a house, how tall they become, and whether birds like to live in them. Tell me about three of them, please.'

let stages = 0

/** The real app at one size, with a history of some days behind it. */
export async function setStage(rig: Rig, zoom: number): Promise<Stage> {
  stages += 1
  const userData = join(rig.folder, `screens-${String(stages)}`)
  await seedYesterday(userData)
  const talking = await startPracticeApp(rig, { pacing: { speed: 1.4 } }, { userData, settings: { zoom, earcons: false } })
  talking.app.electron.context().setDefaultTimeout(4_000)
  await talking.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show())
  const wav = await sentence(rig, 'screens', SPEECH)
  let speech: Speech | null = null
  return {
    ...talking,
    rig,
    zoom,
    speak: () => void (speech = rig.startSpeaking(wav)),
    hush: async () => {
      await speech?.stop()
      speech = null
    },
  }
}

export const change = ({ app }: Stage, patch: SettingsPatch): Promise<void> =>
  changeSettings(app, patch)

async function pressed(stage: Stage): Promise<number> {
  const since = stage.app.trace.now()
  await stage.rig.keyDown(TALK_KEY)
  await stage.app.trace.untilPhase('listening', { since })
  return since
}

/** Speaks for as long as the picture takes; whoever lets go stops it. */
export async function speaking(stage: Stage): Promise<number> {
  const since = await pressed(stage)
  stage.speak()
  await stage.app.trace.until('captured speech', (each) => each.name === 'phase' && each['phase'] === 'listening', { since })
  await delay(1_200) // so long somebody has been talking
  return since
}
