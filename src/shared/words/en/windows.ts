/** Titles of windows and menus of the system. */
export const windows = {
  history: 'Parley History',
  settings: 'Parley Settings',
  indicator: 'Parley indicator',
  edit: 'Edit',
} as const
