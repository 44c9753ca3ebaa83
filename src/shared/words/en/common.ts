/** Words that more than one room needs. */
export const common = {
  cancel: 'Cancel',
  'two-sentences': '{first} {second}',
  'kept-as-draft': 'What you said is kept in History, under Drafts.',
} as const
