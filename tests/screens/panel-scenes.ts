import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright'
import { startIn, switchMode, untilTheServerHears } from '../e2e/support/talk/hands-free'
import { mark, TALK_KEY } from '../e2e/support/app/talking'
import { useEndpoint } from '../e2e/support/app/app'
import { narrow } from '../e2e/support/app/window-size'
import { ask, newTalk } from '../e2e/support/talk/typed-talk'
import { change, speaking, type Scene, type Stage } from './stage'

const ANSWER = 'Holly, yew and hazel do well there. Holly stays green all winter, yew takes any pruning you give it, and hazel has nuts in September.'
const ADVICE = 'If the ground is dry, plant them in autumn and water them through their first summer. All three are as tall as a person after five years, and birds like the holly best. Do you want to know where to buy them?'

const say = ({ practice }: Stage, text = ANSWER) => practice.addScript([{ outputs: [{ kind: 'say', text }] }])
const fresh = async ({ app }: Stage) => {
  await app.page.evaluate(() => { window.assistant.cancel() })
  await newTalk(app)
  await app.trace.untilReady()
}
const panel = ({ app }: Stage): Page => app.page

async function aTalk(stage: Stage): Promise<Page> {
  say(stage)
  await ask(stage.app, 'Which trees grow well in the shade of a house?')
  say(stage, 'Birds like holly best.')
  await ask(stage.app, 'And which do birds like?')
  return panel(stage)
}

/** A press that follows within the grace of a release would count as a key that bounces. */
const letGo = async (stage: Stage) => {
  await stage.rig.keyUp(TALK_KEY)
  await delay(150)
  await fresh(stage)
}

/** The focus goes back when the menu has faded out. */
const leaveMenu = async (stage: Stage) => {
  await panel(stage).keyboard.press('Escape')
  await panel(stage).getByRole('menu').waitFor({ state: 'detached' })
  await fresh(stage)
}

/** A picture out of the house. */
const ICON = join(import.meta.dirname, '..', '..', 'build', 'icon.png')

export const PANEL_SCENES: readonly Scene[] = [
  { name: 'panel-empty', prepare: async (stage) => (await fresh(stage), panel(stage)) },
  {
    name: 'panel-slip',
    prepare: async (stage) => {
      await aTalk(stage)
      await stage.rig.tapKeys(TALK_KEY)
      await panel(stage).getByTestId('slip').waitFor()
      return panel(stage)
    },
    undo: fresh,
  },
  { name: 'panel-talk', prepare: aTalk, undo: fresh },
  { name: 'panel-item-tools', prepare: async (stage) => (await aTalk(stage), await panel(stage).getByTestId('item').last().hover(), panel(stage)), undo: fresh },
  { name: 'panel-listening', prepare: async (stage) => (await aTalk(stage), await speaking(stage), panel(stage)), undo: letGo },
  {
    name: 'panel-thinking',
    prepare: async (stage) => {
      stage.practice.addScript([{ outputs: [{ kind: 'say', text: ANSWER }], thinkMs: 20_000 }])
      const since = await speaking(stage)
      await stage.rig.keyUp(TALK_KEY)
      await stage.app.trace.untilPhase('thinking', { since })
      return panel(stage)
    },
    undo: letGo,
  },
  {
    name: 'panel-speaking',
    prepare: async (stage) => {
      const since = stage.app.trace.now()
      say(stage, `${ANSWER} ${ADVICE}`)
      await stage.app.page.evaluate(() => window.assistant.sendText('Which trees grow well in the shade of a house?'))
      await mark(stage.app, 'playbackStarted', since)
      await delay(2_000) // so much of it has been heard
      return panel(stage)
    },
    undo: fresh,
  },
  {
    name: 'panel-volume',
    prepare: async (stage) => {
      const since = stage.app.trace.now()
      say(stage, `${ANSWER} ${ANSWER} ${ANSWER}`)
      await stage.app.page.evaluate(() => window.assistant.sendText('Which trees grow well in the shade of a house?'))
      await mark(stage.app, 'playbackStarted', since)
      await panel(stage).getByTestId('volume').click()
      await panel(stage).getByTestId('volume-popup').waitFor()
      return panel(stage)
    },
    undo: async (stage) => (await panel(stage).keyboard.press('Escape'), await fresh(stage)),
  },
  {
    name: 'panel-interrupted',
    prepare: async (stage) => {
      const since = stage.app.trace.now()
      say(stage, `${ANSWER} ${ANSWER}`)
      await stage.app.page.evaluate(() => window.assistant.sendText('Which trees grow well in the shade of a house?'))
      await mark(stage.app, 'playbackStarted', since)
      await delay(2_500)
      await stage.app.page.evaluate(() => { window.assistant.cancel() })
      await stage.app.trace.untilPhase('idle', { since })
      return panel(stage)
    },
    undo: fresh,
  },
  { name: 'panel-hands-free', prepare: async (stage) => (await switchMode(stage.rig, stage.app, 'hands-free'), panel(stage)), undo: (stage) => startIn(stage.app, 'hold') },
  {
    name: 'panel-hearing',
    prepare: async (stage) => {
      const since = await switchMode(stage.rig, stage.app, 'hands-free')
      stage.speak()
      await untilTheServerHears(stage.app, since)
      return panel(stage)
    },
    undo: async (stage) => (await stage.app.page.evaluate(() => { window.assistant.setMode('hold') }), await fresh(stage)),
  },
  {
    name: 'panel-muted',
    prepare: async (stage) => {
      await switchMode(stage.rig, stage.app, 'hands-free')
      await stage.rig.tapKeys(TALK_KEY)
      await stage.app.page.locator('[data-testid="state-line"][data-state="muted"]').waitFor()
      return panel(stage)
    },
    undo: (stage) => startIn(stage.app, 'hold'),
  },
  {
    name: 'panel-private',
    prepare: async (stage) => (await newTalk(stage.app, true), await stage.app.page.getByTestId('private').waitFor(), panel(stage)),
    undo: fresh,
  },
  {
    name: 'panel-menu',
    prepare: async (stage) => {
      await aTalk(stage)
      await change(stage, { endpoint: { kind: 'openai' } })
      await panel(stage).getByTestId('assistant').click()
      await panel(stage).getByTestId('offer-gpt-realtime-2.1-mini').hover()
      return panel(stage)
    },
    undo: async (stage) => {
      await panel(stage).keyboard.press('Escape')
      await panel(stage).getByRole('menu').waitFor({ state: 'detached' })
      await useEndpoint(stage.app, stage.practice)
      await fresh(stage)
    },
  },
  {
    name: 'panel-small',
    prepare: async (stage) => {
      await aTalk(stage)
      await narrow(stage.app, panel(stage), 400)
      await speaking(stage)
      return panel(stage)
    },
    undo: async (stage) => (await narrow(stage.app, panel(stage), 420 * stage.zoom, 680 * stage.zoom), await letGo(stage)),
  },
  {
    name: 'panel-wide',
    prepare: async (stage) => {
      await aTalk(stage)
      await narrow(stage.app, panel(stage), 880 * stage.zoom, 640 * stage.zoom)
      return panel(stage)
    },
    undo: async (stage) => (await narrow(stage.app, panel(stage), 420 * stage.zoom, 680 * stage.zoom), await fresh(stage)),
  },
  { name: 'panel-more', prepare: async (stage) => (await aTalk(stage), await panel(stage).getByTestId('more').click(), panel(stage)), undo: leaveMenu },
  {
    name: 'panel-image',
    prepare: async (stage) => {
      await aTalk(stage)
      await panel(stage).getByTestId('image-file').setInputFiles(ICON)
      await panel(stage).getByTestId('attachment').waitFor()
      return panel(stage)
    },
    undo: async (stage) => (await panel(stage).getByTestId('remove-attachment').click(), await fresh(stage)),
  },
  {
    name: 'panel-undo',
    prepare: async (stage) => {
      await aTalk(stage)
      await speaking(stage)
      await stage.rig.tapKeys('Escape')
      await panel(stage).getByTestId('undo-bar').waitFor()
      return panel(stage)
    },
    undo: letGo,
  },
  {
    name: 'panel-latched',
    prepare: async (stage) => {
      await change(stage, { tapToLatch: true })
      const since = stage.app.trace.now()
      await stage.rig.tapKeys(TALK_KEY)
      await stage.app.trace.untilPhase('listening', { since })
      await delay(700) // the tap is one now
      return panel(stage)
    },
    undo: async (stage) => (await change(stage, { tapToLatch: false }), await fresh(stage)),
  },
  { name: 'panel-shortcuts', prepare: async (stage) => (await panel(stage).keyboard.press('F1'), panel(stage)), undo: async (stage) => panel(stage).keyboard.press('Escape') },
  {
    name: 'indicator',
    prepare: async (stage) => {
      const [small] = await Promise.all([stage.app.electron.waitForEvent('window'), change(stage, { indicator: 'always' })])
      await speaking(stage)
      return small
    },
    undo: async (stage) => (await change(stage, { indicator: 'off' }), await letGo(stage)),
  },
]
