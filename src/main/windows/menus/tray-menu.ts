import type { MenuItemConstructorOptions } from 'electron'
import type { TalkMode } from '../../../shared/settings'
import { say } from '../../../shared/words/say'
import type { Words } from '../../../shared/words/words'
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

/** What it says comes out of a catalogue. */
type Entry = MenuItemConstructorOptions & { readonly label?: Words }

const SEPARATOR = { type: 'separator' } as const

const radio = (label: Words, checked: boolean, click: () => void) => ({ label, type: 'radio', checked, click }) as const

export function trayMenu({ mode, parts }: TrayMenuFacts, actions: TrayMenuActions): readonly Entry[] {
  const talk = (value: TalkMode, label: Words) => radio(label, mode === value, () => actions.setMode(value))
  return [
    { label: say('tray.open'), click: actions.open },
    SEPARATOR,
    talk('hold', say('tray.hold')),
    talk('hands-free', say('tray.hands-free')),
    SEPARATOR,
    ...parts.map(entryOf),
    ...(parts.length > 0 ? [SEPARATOR] : []),
    { label: say('tray.new-conversation'), click: actions.newConversation },
    { label: say('tray.history'), click: actions.showHistory },
    { label: say('tray.settings'), click: actions.showSettings },
    SEPARATOR,
    { label: say('tray.quit'), click: actions.quit },
  ]
}

function entryOf(part: MenuPart): Entry {
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
