import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Menu, type NativeImage, nativeImage, nativeTheme, type Rectangle, Tray } from 'electron'
import { type Mark, markOf, type Status, statusOf } from '../../../shared/status'
import type { AssistantView } from '../../../shared/view'
import { say } from '../../../shared/words/say'
import { menuLook, type TrayMenuActions, trayMenu, type TrayMenuFacts } from './tray-menu'

export interface TrayActions extends Omit<TrayMenuActions, 'open'> {
  readonly togglePanel: (near: Rectangle) => void
  /** What features have in the menu now. */
  readonly featureParts: () => TrayMenuFacts['parts']
}

/** For those who cannot tell icons apart. */
const tooltip = (status: Status): string => say('tray.tooltip', { status: say(`status.${status}`) })

export interface TrayHandle {
  show(view: AssistantView): void
}

/** The tray icon. On plain GNOME there is none to see, so it is never the only way in: a second start opens the panel too. */
export function createTray(icons: string, actions: TrayActions): TrayHandle {
  const image = trayImages(icons)
  let status: Status = 'offline'
  const tray = new Tray(image(markOf(status)))
  tray.setToolTip(tooltip(status))
  tray.on('click', () => actions.togglePanel(tray.getBounds()))
  nativeTheme.on('updated', () => tray.setImage(image(markOf(status))))
  let shown: ReturnType<typeof menuLook> | null = null
  return {
    show: (view) => {
      const now = statusOf(view)
      if (now !== status) {
        status = now
        tray.setImage(image(markOf(status)))
        tray.setToolTip(tooltip(status))
      }
      const facts = { mode: view.mode, parts: actions.featureParts() }
      const look = menuLook(facts)
      if (isDeepStrictEqual(shown, look)) return // a new menu closes an open one: only when something changed
      shown = look
      tray.setContextMenu(Menu.buildFromTemplate([...trayMenu(facts, { ...actions, open: () => actions.togglePanel(tray.getBounds()) })]))
    },
  }
}

/** Drawn by scripts/make-icons.ts. macOS colours its "template" by itself; elsewhere there is one for light and one for dark trays. */
function trayImages(icons: string): (mark: Mark) => NativeImage {
  const isTemplate = process.platform === 'darwin'
  const isDark = darkTray()
  return (mark) => {
    const variant = isTemplate ? 'Template' : isDark() ? '-on-dark' : '-on-light'
    const picture = nativeImage.createFromPath(join(icons, `${mark}${variant}.png`))
    if (isTemplate) picture.setTemplateImage(true)
    return picture
  }
}

/** The tray follows the system, not our own theme. Where Electron does not tell them apart (33), the last word of the system counts. */
function darkTray(): () => boolean {
  let system = true // most Linux panels, as long as nothing is known
  return () => {
    const integrated: boolean | undefined = nativeTheme.shouldUseDarkColorsForSystemIntegratedUI
    if (nativeTheme.themeSource === 'system') system = nativeTheme.shouldUseDarkColors
    return integrated ?? system
  }
}
