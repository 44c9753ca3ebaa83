import type { MenuItemConstructorOptions } from 'electron'
import type { TalkMode } from '../../../shared/settings'
import type { MenuPart } from '../../app/feature-menu'

/** What the menu depends on. */
export interface TrayMenuFacts {
  readonly mode: TalkMode
  readonly parts: readonly MenuPart[]
}

export interface TrayMenuActions {
  readonly open: () => void
  readonly setMode: (mode: TalkMode) => void
  readonly newConversation: () => void
  readonly showHistory: () => void
  readonly showSettings: () => void
  readonly quit: () => void
}

const SEPARATOR = { type: 'separator' } as const

const radio = (label: string, checked: boolean, click: () => void) => ({ label, type: 'radio', checked, click }) as const

export function trayMenu({ mode, parts }: TrayMenuFacts, actions: TrayMenuActions): readonly MenuItemConstructorOptions[] {
  const talk = (value: TalkMode, label: string) => radio(label, mode === value, () => actions.setMode(value))
  return [
    { label: 'Open Parley', click: actions.open },
    SEPARATOR,
    talk('hold', 'Hold to talk'),
    talk('hands-free', 'Hands-free'),
    SEPARATOR,
    ...parts.map(entryOf),
    ...(parts.length > 0 ? [SEPARATOR] : []),
    { label: 'New conversation', click: actions.newConversation },
    { label: 'History…', click: actions.showHistory },
    { label: 'Settings…', click: actions.showSettings },
    SEPARATOR,
    { label: 'Quit Parley', click: actions.quit },
  ]
}

function entryOf(part: MenuPart): MenuItemConstructorOptions {
  switch (part.kind) {
    case 'choice':
      return { label: part.label, submenu: part.options.map(({ label, chosen, choose }) => radio(label, chosen, choose)) }
    case 'action':
      return { label: part.label, click: part.act }
  }
}

/** What a person sees of it: as long as this is the same, so is the menu. */
export const menuLook = ({ mode, parts }: TrayMenuFacts): readonly unknown[] => [
  mode,
  ...parts.map((part) => (part.kind === 'choice' ? [part.label, part.options.map(({ label, chosen }) => [label, chosen])] : part.label)),
]
