import type { StartFault } from '../../errors/start-fault'

/** In a box of the system's, when Parley cannot start. */
export const start = {
  folder: 'Parley cannot write to its folder. Make the folder writable or free some disk space, then start Parley again.',
  incomplete: 'A part of Parley is missing. Install Parley again, then start it.',
  page: 'The Parley window cannot be shown. Start Parley again. If that does not help, install it again.',
  opened: 'Parley did not start, because it was given a switch that would let other programs in. Start it without that switch.',
  'no-sandbox': 'Parley does not run without its sandbox (--no-sandbox). If this system does not allow an AppImage to use one, install the .deb package instead.',
  unexpected: 'Parley crashed while starting. Start it again. If that does not help, install it again.',
} as const satisfies Readonly<Record<StartFault, string>>
