import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright'
import { mark, TALK_KEY } from '../e2e/support/app/talking'
import { newTalk } from '../e2e/support/talk/typed-talk'
import { change, speaking, type Scene, type Stage } from './stage'

const ANSWER = 'Birds like holly best. Its berries last into February, and its thorns keep cats away, so blackbirds and thrushes nest in it year after year.'

async function pill(stage: Stage): Promise<Page> {
  const [small] = await Promise.all([stage.app.electron.waitForEvent('window'), change(stage, { indicator: 'always' })])
  await small.getByTestId('indicator').waitFor()
  return small
}

async function gone(stage: Stage): Promise<void> {
  await change(stage, { indicator: 'off' })
  await stage.rig.keyUp(TALK_KEY)
  await delay(150) // a press that follows at once would count as a key that bounces
  await stage.app.page.evaluate(() => { window.assistant.cancel() })
  await newTalk(stage.app)
  await stage.app.trace.untilReady()
}

export const PILL_SCENES: readonly Scene[] = [
  { name: 'pill-ready', prepare: pill, undo: gone },
  {
    name: 'pill-pointed',
    prepare: async (stage) => {
      const small = await pill(stage)
      await speaking(stage)
      await small.getByTestId('indicator').hover()
      await small.getByTestId('pill-discard').waitFor()
      return small
    },
    undo: gone,
  },
  {
    name: 'pill-thinking',
    prepare: async (stage) => {
      const small = await pill(stage)
      stage.practice.addScript([{ outputs: [{ kind: 'say', text: ANSWER }], thinkMs: 20_000 }])
      const since = stage.app.trace.now()
      await stage.app.page.evaluate(() => window.assistant.sendText('Which of them do birds like best?'))
      await stage.app.trace.untilPhase('thinking', { since })
      return small
    },
    undo: gone,
  },
  {
    name: 'pill-speaking',
    prepare: async (stage) => {
      const small = await pill(stage)
      const since = stage.app.trace.now()
      stage.practice.addScript([{ outputs: [{ kind: 'say', text: `${ANSWER} ${ANSWER}` }] }])
      await stage.app.page.evaluate(() => window.assistant.sendText('Which of them do birds like best?'))
      await mark(stage.app, 'playbackStarted', since)
      await small.getByTestId('indicator-tail').waitFor()
      return small
    },
    undo: gone,
  },
]
