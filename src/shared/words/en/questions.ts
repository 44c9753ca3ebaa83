/** What is wrong with an answer to a question of a tool server. */
export const questions = {
  missing: '“{title}” is required.',
  'no-text': '“{title}” must be text.',
  'too-short': '{least, plural, one {“{title}” needs at least # character.} other {“{title}” needs at least # characters.}}',
  'too-long': '{most, plural, one {“{title}” can have at most # character.} other {“{title}” can have at most # characters.}}',
  email: '“{title}” must be an email address, for example anna@example.org.',
  uri: '“{title}” must be an address, for example https://example.org.',
  date: '“{title}” must be a date, for example 2026-11-30.',
  'date-time': '“{title}” must be a date and time, for example 2026-11-30T16:05:00Z.',
  'no-number': '“{title}” must be a number.',
  'not-whole': '“{title}” must be a whole number.',
  'too-small': '“{title}” must be at least {least}.',
  'too-large': '“{title}” must be at most {most}.',
  'no-yes-no': '“{title}” must be yes or no.',
  'not-offered': '“{title}” must be one of the choices.',
  'too-few': '{least, plural, one {Choose at least # for “{title}”.} other {Choose at least # for “{title}”.}}',
  'too-many': '{most, plural, one {Choose at most # for “{title}”.} other {Choose at most # for “{title}”.}}',
} as const
