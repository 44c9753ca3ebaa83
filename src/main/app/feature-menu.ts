import type { Words } from '../../shared/words/words'

/** A part of the tray's menu. */
export type MenuPart =
  /** One of several, each of them a click away. */
  | { readonly kind: 'choice'; readonly label: Words; readonly options: readonly MenuOption[] }
  /** Done at a click. */
  | { readonly kind: 'action'; readonly label: Words; readonly act: () => void }

export interface MenuOption {
  readonly label: Words
  readonly chosen: boolean
  readonly choose: () => void
}
