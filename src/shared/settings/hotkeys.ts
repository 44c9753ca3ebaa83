import { z } from 'zod'

/**
 * A key to hold: the DOM `KeyboardEvent.code` name, left and right distinct ("ControlRight", "F9"), a button of the mouse ("Mouse4",
 * "Mouse5"), or a chord ("Control+Alt+Space": modifiers of either side, then a code).
 */
export const TalkKeySchema = z.string().regex(/^((Control|Alt|Shift|Meta)\+){0,4}[A-Za-z0-9]{1,32}$/)
/** A chord in Electron accelerator syntax ("Control+Alt+H"). */
export const ModeKeySchema = z.string().regex(/^[A-Za-z0-9+]{1,64}$/)

const fields = {
  talkKey: TalkKeySchema,
  modeKey: ModeKeySchema,
  /** The same, for the key that opens the panel; empty: none, because it would be taken from other programs unasked. */
  panelKey: z.union([z.literal(''), ModeKeySchema]),
  /** A tap of the talk key begins, the next press ends. */
  tapToLatch: z.boolean(),
  /** Two taps of the talk key switch between hold to talk and hands-free. */
  doubleTap: z.boolean(),
}

export const hotkeySettings = {
  fields,
  settingsPage: fields,
  firstSteps: { talkKey: TalkKeySchema },
  historyPage: {},
  defaults: (platform: string) => ({ talkKey: platform === 'darwin' ? 'AltRight' : 'ControlRight', modeKey: 'Control+Alt+H', panelKey: '', tapToLatch: false, doubleTap: false }),
}
