import { join } from 'node:path'
import { Menu, type NativeImage, nativeImage, nativeTheme, type Rectangle, Tray } from 'electron'
import { type Status, statusOf } from '../../shared/status'
import type { TalkMode } from '../../shared/settings'
import type { AssistantView } from '../../shared/view'

export interface TrayActions {
  readonly togglePanel: (near: Rectangle) => void
  readonly showSettings: () => void
  readonly showHistory: () => void
  readonly newConversation: () => void
  readonly setMode: (mode: TalkMode) => void
  readonly quit: () => void
}

type TrayIcon = 'idle' | 'asleep' | 'listening' | 'sending' | 'thinking' | 'acting' | 'speaking' | 'open' | 'muted' | 'connecting' | 'offline' | 'failed'

interface Sign {
  /** Of the files in resources/tray, drawn by scripts/make-icons.ts. */
  readonly icon: TrayIcon
  /** For those who cannot tell icons apart. */
  readonly words: string
}

const SIGNS: Readonly<Record<Status, Sign>> = {
  idle: { icon: 'idle', words: 'ready' },
  asleep: { icon: 'asleep', words: 'asleep until you talk' },
  opening: { icon: 'listening', words: 'opening the microphone' },
  listening: { icon: 'listening', words: 'listening' },
  sending: { icon: 'sending', words: 'sending' },
  thinking: { icon: 'thinking', words: 'thinking' },
  acting: { icon: 'acting', words: 'using a tool' },
  speaking: { icon: 'speaking', words: 'speaking' },
  open: { icon: 'open', words: 'listening hands-free' },
  muted: { icon: 'muted', words: 'muted' },
  switching: { icon: 'connecting', words: 'switching' },
  connecting: { icon: 'connecting', words: 'connecting' },
  offline: { icon: 'offline', words: 'offline' },
  failed: { icon: 'failed', words: 'no connection' },
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
  let mode: TalkMode | null = null
  return {
    show: (view) => {
      if (status !== statusOf(view)) {
        status = statusOf(view)
        tray.setImage(image(status))
        tray.setToolTip(`Parley: ${SIGNS[status].words}`)
      }
      if (mode === view.mode) return // a new menu closes an open one: only when something changed
      mode = view.mode
      tray.setContextMenu(menu(mode, actions, () => tray.getBounds()))
    },
  }
}

/** macOS colours its "template" by itself; elsewhere there is one for light and one for dark trays. */
function trayImages(icons: string): (status: Status) => NativeImage {
  const isTemplate = process.platform === 'darwin'
  const isDark = darkTray()
  return (status) => {
    const variant = isTemplate ? 'Template' : isDark() ? '-on-dark' : '-on-light'
    const picture = nativeImage.createFromPath(join(icons, `${SIGNS[status].icon}${variant}.png`))
    if (isTemplate) picture.setTemplateImage(true)
    return picture
  }
}

/** The tray follows the system, not our own theme. Where Electron does not tell them apart (33), the last word of the system counts. */
function darkTray(): () => boolean {
  let system = true // most Linux panels, as long as nothing is known
  return () => {
    const told: boolean | undefined = nativeTheme.shouldUseDarkColorsForSystemIntegratedUI
    if (nativeTheme.themeSource === 'system') system = nativeTheme.shouldUseDarkColors
    return told ?? system
  }
}

function menu(mode: TalkMode, actions: TrayActions, bounds: () => Rectangle): Menu {
  const talkMode = (value: TalkMode, label: string) =>
    ({ label, type: 'radio', checked: mode === value, click: () => actions.setMode(value) }) as const
  return Menu.buildFromTemplate([
    { label: 'Open Parley', click: () => actions.togglePanel(bounds()) },
    { type: 'separator' },
    talkMode('hold', 'Hold to talk'),
    talkMode('hands-free', 'Hands-free'),
    { type: 'separator' },
    { label: 'New conversation', click: actions.newConversation },
    { label: 'History…', click: actions.showHistory },
    { label: 'Settings…', click: actions.showSettings },
    { type: 'separator' },
    { label: 'Quit Parley', click: actions.quit },
  ])
}
