/** What is wrong with an answer to a question of a tool server. */
export const questions = {
  missing: '“{title}” is required.',
  noText: '“{title}” must be text.',
  tooShort: '{least, plural, one {“{title}” needs at least # character.} other {“{title}” needs at least # characters.}}',
  tooLong: '{most, plural, one {“{title}” can have at most # character.} other {“{title}” can have at most # characters.}}',
  email: '“{title}” must be an email address, for example anna@example.org.',
  uri: '“{title}” must be an address, for example https://example.org.',
  date: '“{title}” must be a date, for example 2026-11-30.',
  'date-time': '“{title}” must be a date and time, for example 2026-11-30T16:05:00Z.',
  noNumber: '“{title}” must be a number.',
  notWhole: '“{title}” must be a whole number.',
  tooSmall: '“{title}” must be at least {least}.',
  tooLarge: '“{title}” must be at most {most}.',
  noYesNo: '“{title}” must be yes or no.',
  notOffered: '“{title}” must be one of the choices.',
  tooFew: '{least, plural, one {Choose at least # for “{title}”.} other {Choose at least # for “{title}”.}}',
  tooMany: '{most, plural, one {Choose at most # for “{title}”.} other {Choose at most # for “{title}”.}}',
} as const
