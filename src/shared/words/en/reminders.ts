/** Timers and reminders when they ring. */
export const reminders = {
  timer: 'Timer',
  reminder: 'Reminder',
  due: '{kind}, {time}',
  late: 'It was due at {time}, but Parley could not ring then.',
} as const
