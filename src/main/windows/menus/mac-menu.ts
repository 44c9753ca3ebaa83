import { app, Menu } from 'electron'
import { menuTemplate } from './menu-template'

/** The default one reloads pages and opens the developer tools. */
export function useOwnMenu(): void {
  const template = menuTemplate(process.platform, app.name)
  if (template !== null) Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
