/** Why Parley could not begin, or cannot go on at all: there is no window to say it in, so it is said in a box of the system's. */
export type StartFault = 'folder' | 'incomplete' | 'page' | 'opened' | 'no-sandbox' | 'unexpected'
