/** What Parley remembers, and why it does not. */
export const memory = {
  'not-written': 'It could not be saved, so it was not done.',
  secret: 'This looks like a password, a key or a card number. Parley does not remember such things.',
  gone: 'This is no longer remembered.',
  full: 'The memory is full. Forget something first.',
  'too-long': 'A sentence can have up to {most, number} characters.',
} as const
