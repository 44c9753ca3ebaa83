import type { App } from '../app/app'

/**
 * Tells all pages of the app that the network is gone or back (`offline`, `online`, `navigator.onLine`). Chromium follows the network
 * interfaces of the machine, which a test cannot take away; nothing is cut by this, and main's `net.isOnline()` does not notice.
 */
export const setOnline = (app: App, online: boolean): Promise<void> => app.electron.context().setOffline(!online)
