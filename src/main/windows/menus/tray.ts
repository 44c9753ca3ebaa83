import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Menu, type NativeImage, nativeImage, nativeTheme, type Rectangle, Tray } from 'electron'
import { type Status, statusOf } from '../../../shared/status'
import type { AssistantView } from '../../../shared/view'
import { say } from '../../../shared/words/say'
import { menuLook, type TrayMenuActions, trayMenu, type TrayMenuFacts } from './tray-menu'

export interface TrayActions extends Omit<TrayMenuActions, 'open'> {
  readonly togglePanel: (near: Rectangle) => void
  /** What features have in the menu now. */
  readonly featureParts: () => TrayMenuFacts['parts']
}

type TrayIcon = 'idle' | 'asleep' | 'listening' | 'sending' | 'thinking' | 'acting' | 'speaking' | 'open' | 'muted' | 'connecting' | 'offline' | 'failed'

/** Of the files in resources/tray, drawn by scripts/make-icons.ts. */
const ICONS: Readonly<Record<Status, TrayIcon>> = {
  idle: 'idle',
  asleep: 'asleep',
  opening: 'listening',
  listening: 'listening',
  sending: 'sending',
  thinking: 'thinking',
  acting: 'acting',
  speaking: 'speaking',
  open: 'open',
  muted: 'muted',
  switching: 'connecting',
  connecting: 'connecting',
  offline: 'offline',
  failed: 'failed',
}

export interface TrayHandle {
  show(view: AssistantView): void
}

/** The tray icon. On plain GNOME there is none to see, so it is never the only way in: a second start opens the panel too. */
export function createTray(icons: string, actions: TrayActions): TrayHandle {
  const image = trayImages(icons)
  let status: Status | null = null
  const tray = new Tray(image('offline'))
  tray.on('click', () => actions.togglePanel(tray.getBounds()))
  nativeTheme.on('updated', () => tray.setImage(image(status ?? 'offline')))
  let shown: ReturnType<typeof menuLook> | null = null
  return {
    show: (view) => {
      if (status !== statusOf(view)) {
        status = statusOf(view)
        tray.setImage(image(status))
        tray.setToolTip(say('tray.tooltip', { status: say(`status.${status}`) })) // for those who cannot tell icons apart
      }
      const facts = { mode: view.mode, parts: actions.featureParts() }
      const look = menuLook(facts)
      if (isDeepStrictEqual(shown, look)) return // a new menu closes an open one: only when something changed
      shown = look
      tray.setContextMenu(Menu.buildFromTemplate([...trayMenu(facts, { ...actions, open: () => actions.togglePanel(tray.getBounds()) })]))
    },
  }
}

/** macOS colours its "template" by itself; elsewhere there is one for light and one for dark trays. */
function trayImages(icons: string): (status: Status) => NativeImage {
  const isTemplate = process.platform === 'darwin'
  const isDark = darkTray()
  return (status) => {
    const variant = isTemplate ? 'Template' : isDark() ? '-on-dark' : '-on-light'
    const picture = nativeImage.createFromPath(join(icons, `${ICONS[status]}${variant}.png`))
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
