declare const own: unique symbol

/** What Parley, Electron or the system says, never a server or a person: only this may stand in a log. */
export type OwnText = string & { readonly [own]: true }

/** Whoever calls this answers for it: where the text came from is not to be seen in it. */
export const ownText = (text: string): OwnText => text as OwnText
