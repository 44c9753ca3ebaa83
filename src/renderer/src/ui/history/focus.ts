const focus = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus()

/** Where the keys go when what had them is gone: nobody shall have to find the way back with Tab. */
export const focusList = (): void => focus('.talk-list')

export const focusItems = (): void => focus('.talk-items-box')

/** Only one pane has room, and the list is covered. */
export const isListHidden = (): boolean => document.querySelector<HTMLElement>('.talk-list')?.offsetParent === null
