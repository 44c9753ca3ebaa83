import type { Page } from 'playwright'
import { SETTINGS_SECTIONS, type SettingsSection } from '../../src/shared/ipc/settings'
import { settingsPage } from '../e2e/support/app/settings-page'
import { change, type Scene, type Stage } from './stage'

/** What fits on no screen; its end has a picture of its own. */
const LONG = ['connection', 'audio', 'assistant'] as const satisfies readonly SettingsSection[]

const places: readonly Scene[] = SETTINGS_SECTIONS.map((section) => ({
  name: `settings-${section}`,
  prepare: ({ app }) => settingsPage(app, section),
}))

async function endOf({ app }: Stage, section: SettingsSection): Promise<Page> {
  const page = await settingsPage(app, section)
  await page.getByTestId(`section-${section}`).evaluate((element) => { element.scrollTop = element.scrollHeight })
  return page
}

/** With the moments of the short sounds, which are off while pictures are taken. */
const ends: readonly Scene[] = LONG.map((section) => ({
  name: `settings-${section}-end`,
  prepare: async (stage) => (await change(stage, { earcons: true }), await endOf(stage, section)),
  undo: (stage) => change(stage, { earcons: false }),
}))

/** The microphone is looked at while somebody speaks. */
const preview: Scene = {
  name: 'settings-preview',
  prepare: async (stage) => {
    const page = await settingsPage(stage.app, 'audio')
    await page.getByTestId('try-microphone').click()
    await page.getByTestId('sound-meter').waitFor()
    stage.speak()
    return page
  },
  undo: async ({ app }) => (await settingsPage(app, 'audio')).getByTestId('try-microphone').click(),
}

/** Of a server of one's own no voices are known, so these are the echo test's. One is being heard. */
const voices: Scene = {
  name: 'settings-voice-menu',
  prepare: async (stage) => {
    const page = await settingsPage(stage.app, 'voice')
    await change(stage, { endpoint: { kind: 'practice' } })
    await page.getByTestId('offers-voice').click()
    await page.getByTestId('listen-cedar').click()
    await page.locator('[data-testid="listen-cedar"][data-heard="true"]').waitFor()
    return page
  },
  undo: async (stage) => {
    await (await settingsPage(stage.app, 'voice')).keyboard.press('Escape')
    await change(stage, { endpoint: { kind: 'custom', url: stage.practice.url } })
  },
}

export const SETTINGS_SCENES: readonly Scene[] = [...places, ...ends, preview, voices]
