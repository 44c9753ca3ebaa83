/** Words that more than one room needs. */
export const common = {
  cancel: 'Cancel',
} as const
