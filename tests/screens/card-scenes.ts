import { APPROVE, IRREVERSIBLE, LONG, OPEN_PAGE, URL, allowed, asked, fresh, full, honest, indicator, indicatorGone, page, shown } from './card-stage'
import { tab } from './history-scenes'
import type { Scene } from './stage'

/** What a tool asks, in all its states, in the panel and in the small window. */
export const CARD_SCENES: readonly Scene[] = [
  { name: 'tool-no-actions', prepare: (stage) => tab(stage, 'Actions') },
  { name: 'tool-card-leaves', prepare: (stage) => asked(stage, `Let me open the page.\n${URL}`), undo: fresh },
  { name: 'tool-card-reads', prepare: (stage) => asked(stage, '/call clipboard_read {}'), undo: fresh },
  { name: 'tool-card-long', prepare: (stage) => asked(stage, `/call clipboard_write ${JSON.stringify({ text: LONG })}`), undo: fresh },
  {
    name: 'tool-card-all',
    prepare: async (stage) => {
      await asked(stage, `/call clipboard_write ${JSON.stringify({ text: LONG })}`)
      await page(stage).getByTestId('card-show-all').click()
      return page(stage)
    },
    undo: fresh,
  },
  { name: 'tool-card-marks', prepare: (stage) => asked(stage, `/call clipboard_write ${JSON.stringify({ text: 'Pay to\u202e 7654 KNAB\u202c now\u200b' })}`), undo: fresh },
  { name: 'tool-card-held', prepare: (stage) => shown(stage, { card: { ...OPEN_PAGE, heldMs: 8_000, holdMs: 20_000 } }), undo: honest }, // so slow that a picture sees it half full
  {
    name: 'tool-card-full',
    prepare: async (stage) => {
      await asked(stage, URL)
      await stage.rig.keyDown(APPROVE)
      await full(stage)
      return page(stage)
    },
    undo: async (stage) => {
      await page(stage).evaluate(() => { window.assistant.stopTools() })
      await stage.rig.keyUp(APPROVE)
      await fresh(stage)
    },
  },
  {
    name: 'tool-card-done',
    prepare: async (stage) => {
      await stage.app.electron.evaluate(({ shell }) => { shell.openExternal = () => Promise.resolve() })
      await allowed(stage, URL)
      await page(stage).locator('[data-testid="tool-line"][data-sign="check"]').last().waitFor()
      return page(stage)
    },
    undo: fresh,
  },
  {
    name: 'tool-card-denied',
    prepare: async (stage) => {
      await asked(stage, URL)
      await page(stage).getByTestId('card-deny').click()
      await page(stage).locator('[data-testid="tool-line"][data-sign="close"]').last().waitFor()
      return page(stage)
    },
    undo: fresh,
  },
  { name: 'tool-card-not-armed', prepare: (stage) => shown(stage, { card: { ...OPEN_PAGE, armed: false } }), undo: honest },
  { name: 'tool-card-locked', prepare: (stage) => shown(stage, { card: { ...OPEN_PAGE, armed: false, locked: true } }), undo: honest },
  { name: 'tool-card-button-alone', prepare: (stage) => shown(stage, { card: { ...OPEN_PAGE, keyLabel: null } }), undo: honest },
  { name: 'tool-card-confirming', prepare: (stage) => shown(stage, { card: { ...OPEN_PAGE, armed: false, confirming: true } }), undo: honest },
  {
    name: 'tool-card-always',
    prepare: async (stage) => {
      await asked(stage, URL)
      await page(stage).getByTestId('card-always').click()
      return page(stage)
    },
    undo: fresh,
  },
  { name: 'tool-card-irreversible', prepare: (stage) => shown(stage, { card: IRREVERSIBLE, behind: 2 }), undo: honest },
  { name: 'tool-indicator-card', prepare: (stage) => indicator(stage, URL), undo: indicatorGone },
  {
    name: 'tool-indicator-held',
    prepare: async (stage) => {
      const small = await indicator(stage, URL)
      await stage.rig.keyDown(APPROVE)
      await small.locator('[data-testid="indicator-key"][data-holding="full"]').waitFor()
      return small
    },
    undo: async (stage) => {
      await page(stage).evaluate(() => { window.assistant.stopTools() })
      await stage.rig.keyUp(APPROVE)
      await indicatorGone(stage)
    },
  },
  { name: 'tool-indicator-long', prepare: (stage) => indicator(stage, `/call clipboard_write ${JSON.stringify({ text: LONG })}`), undo: indicatorGone },
]
