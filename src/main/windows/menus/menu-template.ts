import type { MenuItemConstructorOptions } from 'electron'
import { say } from '../../../shared/words/say'

const SEPARATOR = { type: 'separator' } as const

/** What macOS takes copy, paste and quit from; null where no menu is needed. Each role is named, because Electron's whole ones may grow. */
export function menuTemplate(platform: NodeJS.Platform, name: string): MenuItemConstructorOptions[] | null {
  if (platform !== 'darwin') return null
  return [
    { label: name, submenu: [{ role: 'about' }, SEPARATOR, { role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }, SEPARATOR, { role: 'quit' }] },
    {
      label: say('windows.edit'),
      submenu: [{ role: 'undo' }, { role: 'redo' }, SEPARATOR, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'pasteAndMatchStyle' }, { role: 'delete' }, { role: 'selectAll' }],
    },
    { role: 'window', submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close' }, SEPARATOR, { role: 'front' }] },
  ]
}
