import { keyMove } from './key-move'

/** What a person does to a list with a key. A row is named by its place. */
export type ListDeed =
  /** `extend`: all rows from where the choice began to this one. */
  | { readonly kind: 'move'; readonly to: number; readonly extend: boolean; readonly key: string }
  | { readonly kind: 'open' | 'remove' | 'rename' | 'toggle' | 'all' | 'clear' }

export type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export interface ListPlace {
  /** Of the active row; `NO_ROW`: none. */
  readonly at: number
  readonly count: number
  /** As many rows as a page has. */
  readonly page: number
}

export type WalkKeys = ReadonlySet<string>

export const ALL_WALKS: WalkKeys = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'])
/** In a field Home and End move in its text. */
export const FIELD_WALKS: WalkKeys = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'])
/** In what is read, the others scroll. */
export const TEXT_WALKS: WalkKeys = new Set(['ArrowDown', 'ArrowUp'])

const DEEDS: Readonly<Record<string, 'open' | 'remove' | 'rename' | 'toggle' | 'clear'>> = { Enter: 'open', Delete: 'remove', F2: 'rename', ' ': 'toggle', Escape: 'clear' }

/** What the key means in a list; null: nothing there. */
export function listDeed(pressed: PressedKey, place: ListPlace, walks: WalkKeys = ALL_WALKS): ListDeed | null {
  const { key, shiftKey } = pressed
  const held = pressed.ctrlKey || pressed.metaKey || pressed.altKey
  if (key.toLowerCase() === 'a' && pressed.ctrlKey !== pressed.metaKey) return { kind: 'all' }
  if (walks.has(key)) {
    const to = held ? null : keyMove(key, place.at, place.count, place.page)
    return to === null ? null : { kind: 'move', to, extend: shiftKey, key }
  }
  const kind = DEEDS[key]
  return kind === undefined ? null : { kind }
}
