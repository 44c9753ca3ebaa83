import type { App } from '../app/app'
import { eventually } from '../app/eventually'

/** The menu that the tray has: the entries themselves, as the desktop draws and clicks them. */
export interface TrayMenu {
  /** "Tools > All tools *": what is chosen has a star. */
  entries(): Promise<readonly string[]>
  click(path: string): Promise<void>
}

/** Takes hold of the menus that the tray is given from now on: no program of the rig draws it. The first comes with the next change. */
export async function holdTrayMenu({ electron }: Pick<App, 'electron'>): Promise<TrayMenu> {
  await electron.evaluate(({ Tray }) => {
    const set = Tray.prototype.setContextMenu
    Tray.prototype.setContextMenu = function (menu) {
      Object.assign(globalThis, { menuOfTray: menu })
      set.call(this, menu)
    }
  })
  const all = () =>
    electron.evaluate(() => {
      const { menuOfTray } = globalThis as { menuOfTray?: Electron.Menu }
      return (menuOfTray?.items ?? []).flatMap(({ label, type, submenu }) => [
        ...(type === 'separator' || submenu !== null && submenu !== undefined ? [] : [label]),
        ...(submenu?.items ?? []).map((each) => `${label} > ${each.label}${each.checked ? ' *' : ''}`),
      ])
    })
  return {
    entries: all,
    click: async (path) => {
      await eventually(async () => (await all()).some((entry) => entry.replace(' *', '') === path)).toBe(true)
      await electron.evaluate((_electron, labels) => {
        const { menuOfTray } = globalThis as { menuOfTray?: Electron.Menu }
        const first = menuOfTray?.items.find(({ label }) => label === labels[0])
        const entry = labels.length === 1 ? first : first?.submenu?.items.find(({ label }) => label === labels[1])
        entry?.click()
      }, path.split(' > '))
    },
  }
}
