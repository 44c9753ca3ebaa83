import type { Status } from '../../status'

/** What Parley is doing, in a word or two: tray, panel and indicator say the same. */
export const status = {
  idle: 'Ready',
  asleep: 'Paused',
  opening: 'Opening the microphone',
  listening: 'Listening',
  sending: 'Sending',
  thinking: 'Thinking',
  acting: 'Working',
  asking: 'Waiting for your answer',
  speaking: 'Speaking',
  open: 'Listening, hands-free',
  muted: 'Muted',
  switching: 'Switching',
  connecting: 'Connecting',
  offline: 'Offline',
  failed: 'No connection',
} as const satisfies Readonly<Record<Status, string>>
