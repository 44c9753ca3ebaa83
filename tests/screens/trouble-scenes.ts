import type { Page } from 'playwright'
import { useEndpoint } from '../e2e/support/app/app'
import { closedPort, endpointUrl, enterKey } from '../e2e/support/app/endpoints'
import { TALK_KEY } from '../e2e/support/app/talking'
import { tab } from './history-scenes'
import { change, speaking, type Scene, type Stage } from './stage'

const status = (stage: Stage, name: string) => stage.app.page.locator(`[data-testid="state-line"][data-state="${name}"]`).waitFor()
const back = ({ app, practice }: Stage) => useEndpoint(app, practice)

async function unreachable(stage: Stage): Promise<void> {
  await change(stage, { endpoint: { kind: 'custom', url: endpointUrl(await closedPort()) } })
  await status(stage, 'connecting')
}

async function refused(stage: Stage): Promise<void> {
  await useEndpoint(stage.app, { url: stage.practice.url }).catch(() => undefined)
  await enterKey(stage.app, 'not-the-key')
  await status(stage, 'failed')
}

/** These leave the connection, so they come last. */
export const TROUBLE_SCENES: readonly Scene[] = [
  {
    name: 'panel-reconnecting',
    prepare: async (stage): Promise<Page> => {
      await unreachable(stage)
      return stage.app.page
    },
    undo: back,
  },
  {
    name: 'panel-unsent',
    prepare: async (stage) => {
      await unreachable(stage)
      const since = await speaking(stage)
      await stage.rig.keyUp(TALK_KEY)
      await stage.app.trace.untilPhase('thinking', { since })
      await stage.app.page.getByTestId('unsent').waitFor()
      return stage.app.page
    },
    undo: async (stage) => (stage.app.page.evaluate(() => window.assistant.cancel()), await back(stage)),
  },
  {
    name: 'panel-no-key',
    prepare: async (stage) => {
      await change(stage, { endpoint: { kind: 'openai' } })
      await status(stage, 'offline')
      return stage.app.page
    },
    undo: back,
  },
  {
    name: 'panel-refused',
    prepare: async (stage) => {
      await refused(stage)
      return stage.app.page
    },
    undo: back,
  },
  {
    name: 'history-drafts',
    prepare: async (stage) => {
      await unreachable(stage)
      const since = await speaking(stage)
      await stage.rig.keyUp(TALK_KEY)
      await stage.app.trace.untilPhase('thinking', { since })
      await back(stage) // it was meant for another server
      const page = await tab(stage, 'Drafts')
      await page.getByTestId('draft').first().waitFor()
      return page
    },
    undo: back,
  },
]
