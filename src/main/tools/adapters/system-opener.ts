import { shell } from 'electron'
import type { OpenerPort } from '../core/built-in/ports'

export const systemOpener: OpenerPort = {
  openUrl: (url) => shell.openExternal(url).then(() => true, () => false),
  openPath: async (path) => (await shell.openPath(path)) === '',
}
