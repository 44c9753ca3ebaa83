/** Why Parley could not begin, or cannot go on at all: there is no window to say it in, so it is said in a box of the system's. */
export type StartFault = 'folder' | 'incomplete' | 'page' | 'opened' | 'no-sandbox' | 'unexpected'

const WORDS: Readonly<Record<StartFault, string>> = {
  folder: 'Parley cannot write to its own folder; make it writable or make room on the disk, then start Parley again.',
  incomplete: 'A part of Parley is missing; install it again, then start it again.',
  page: 'The window of Parley cannot be shown; start Parley again, and install it again if that does not help.',
  opened: 'Parley was started with a switch that would let other programs in, so it did not start; start it without that switch.',
  'no-sandbox': 'Parley does not run without the sandbox of its pages (--no-sandbox); where this system allows an AppImage none, install the .deb package instead.',
  unexpected: 'Something went wrong while Parley started; start it again, and install it again if that does not help.',
}

export const startWords = (fault: StartFault): string => WORDS[fault]
