import type { Page } from 'playwright'
import { useEndpoint } from '../e2e/support/app'
import { closedPort, endpointUrl } from '../e2e/support/endpoints'
import { change, type Scene, type Stage } from './stage'

const face = (stage: Stage, name: string) => stage.app.page.locator(`[data-testid="state-line"][data-state="${name}"]`).waitFor()
const back = ({ app, practice }: Stage) => useEndpoint(app, practice)

/** These leave the connection, so they come last. */
export const TROUBLE_SCENES: readonly Scene[] = [
  {
    name: 'panel-reconnecting',
    prepare: async (stage): Promise<Page> => {
      await change(stage, { endpoint: { kind: 'custom', url: endpointUrl(await closedPort()) } })
      await face(stage, 'connecting')
      return stage.app.page
    },
    undo: back,
  },
  {
    name: 'panel-no-key',
    prepare: async (stage) => {
      await change(stage, { endpoint: { kind: 'openai' } })
      await face(stage, 'offline')
      return stage.app.page
    },
    undo: back,
  },
  {
    name: 'panel-refused',
    prepare: async (stage) => {
      await useEndpoint(stage.app, { url: stage.practice.url }).catch(() => undefined)
      await stage.app.page.evaluate(() => window.assistant.setSecret('not-the-key'))
      await face(stage, 'failed')
      return stage.app.page
    },
    undo: back,
  },
]
