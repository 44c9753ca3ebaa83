const focus = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus()

/** Where the keys go when what had them is gone: nobody shall have to find the way back with Tab. */
export const focusList = (): void => focus('.conversation-list')

export const focusItems = (): void => focus('.list-box[role="feed"]')

/** Only one pane has room, and the list is covered. */
export const isListHidden = (): boolean => document.querySelector<HTMLElement>('.conversation-list')?.offsetParent === null
