import { app, type Session, session, type WebPreferences } from 'electron'

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
  devTools: !app.isPackaged,
})
