/** A part of the tray's menu. */
export type MenuPart =
  /** One of several, each of them a click away. */
  | { readonly kind: 'choice'; readonly label: string; readonly options: readonly MenuOption[] }
  /** Done at a click. */
  | { readonly kind: 'action'; readonly label: string; readonly act: () => void }

export interface MenuOption {
  readonly label: string
  readonly chosen: boolean
  readonly choose: () => void
}
