import type { MenuItemConstructorOptions } from 'electron'
import type { TalkMode } from '../../../shared/settings'
import type { ToolChoice } from '../../../shared/tools/levels'

/** What the menu depends on. */
export interface TrayMenuFacts {
  readonly mode: TalkMode
  readonly choice: ToolChoice
  /** A tool runs, or asks. */
  readonly runs: boolean
}

export interface TrayMenuActions {
  readonly open: () => void
  readonly setMode: (mode: TalkMode) => void
  readonly chooseTools: (choice: ToolChoice) => void
  readonly stopTools: () => void
  readonly newConversation: () => void
  readonly showHistory: () => void
  readonly showSettings: () => void
  readonly quit: () => void
}

const SEPARATOR = { type: 'separator' } as const

export function trayMenu({ mode, choice, runs }: TrayMenuFacts, actions: TrayMenuActions): readonly MenuItemConstructorOptions[] {
  const radio = (label: string, checked: boolean, click: () => void) => ({ label, type: 'radio', checked, click }) as const
  const talk = (value: TalkMode, label: string) => radio(label, mode === value, () => actions.setMode(value))
  const tools = (value: ToolChoice, label: string) => radio(label, choice === value, () => actions.chooseTools(value))
  return [
    { label: 'Open Parley', click: actions.open },
    SEPARATOR,
    talk('hold', 'Hold to talk'),
    talk('hands-free', 'Hands-free'),
    SEPARATOR,
    { label: 'Tools', submenu: [tools('all', 'All tools'), tools('read-only', 'Only reading'), tools('off', 'No tools')] },
    ...(runs ? [{ label: 'Stop all tools', click: actions.stopTools }] : []),
    SEPARATOR,
    { label: 'New conversation', click: actions.newConversation },
    { label: 'History…', click: actions.showHistory },
    { label: 'Settings…', click: actions.showSettings },
    SEPARATOR,
    { label: 'Quit Parley', click: actions.quit },
  ]
}
