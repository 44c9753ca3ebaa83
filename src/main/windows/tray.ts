import { join } from 'node:path'
import { Menu, nativeImage, Tray, type Rectangle } from 'electron'
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

type TrayIcon = 'idle' | 'listening' | 'thinking' | 'speaking' | 'muted' | 'hands-free' | 'offline'

/** What the icon says; also the tooltip's first word, for those who cannot tell icons apart. */
function iconOf(view: AssistantView): TrayIcon {
  if (view.connection.state === 'failed' || view.connection.state === 'waiting') return 'offline'
  if (view.mode === 'hands-free' && view.muted) return 'muted'
  switch (view.phase) {
    case 'opening':
    case 'listening':
    case 'closing':
      return 'listening'
    case 'thinking':
      return 'thinking'
    case 'speaking':
      return 'speaking'
    case 'idle':
      return view.mode === 'hands-free' ? 'hands-free' : 'idle'
  }
}

export interface TrayHandle {
  show(view: AssistantView): void
}

/** The tray icon. On plain GNOME there is none to see, so it is never the only way in: a second start opens the panel too. */
export function createTray(icons: string, actions: TrayActions): TrayHandle {
  const image = (icon: TrayIcon) => {
    const template = process.platform === 'darwin'
    const picture = nativeImage.createFromPath(join(icons, `${icon}${template ? 'Template' : ''}.png`))
    if (template) picture.setTemplateImage(true)
    return picture
  }
  const tray = new Tray(image('idle'))
  tray.on('click', () => actions.togglePanel(tray.getBounds()))
  let shown = ''
  return {
    show: (view) => {
      const icon = iconOf(view)
      const state = `${icon} ${view.mode}`
      if (state === shown) return // a new menu closes an open one: only when something changed
      shown = state
      tray.setImage(image(icon))
      tray.setToolTip(`Parley: ${icon}`)
      tray.setContextMenu(menu(view.mode, actions, () => tray.getBounds()))
    },
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
