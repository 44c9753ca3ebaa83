import { app, type Session, session, type WebPreferences } from 'electron'
import { LANGUAGE_SWITCH } from '../../../shared/words/language'
import { spokenLanguage } from '../../../shared/words/say'

/**
 * The pages have a session of their own, so that it can have no network while main keeps the default one. It lasts: Chromium makes the
 * ids of devices from it, and those are remembered.
 */
const PARTITION = 'persist:pages'

export const pageSession = (): Session => session.fromPartition(PARTITION)

/** What every window of ours is. */
export const pagePreferences = (preload: string): WebPreferences => ({
  preload,
  partition: PARTITION,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  spellcheck: false,
  additionalArguments: [`--${LANGUAGE_SWITCH}=${spokenLanguage()}`], // its preload hands it to the page
  devTools: !app.isPackaged,
})
