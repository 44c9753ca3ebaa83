import { Menu } from 'electron'

/** macOS always has a menu, and takes copy, paste and quit from it. */
export const macMenu = (): Menu => Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
