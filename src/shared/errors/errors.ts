/** Every failure a person can meet, by reason. Closed on purpose: a new tag needs words in error-words.ts. */
export const ERROR_TAGS = [
  'no-key',
  'auth',
  'secret-exposed',
  'address-login',
  'address-keys',
  'not-confirmed',
  'asked-lately',
  'secret-long',
  'env-open',
  'env-unreadable',
  'quota',
  'turned-away',
  'rate-limit',
  'model',
  'network',
  'certificate',
  'server-gone',
  'session-ended',
  'protocol',
  'mic-denied',
  'mic-missing',
  'mic-busy',
  'mic-lost',
  'mic-replaced',
  'mic-silent',
  'mic-bluetooth',
  'mic-one-channel',
  'speaker',
  'speaker-replaced',
  'too-short',
  'keychain',
  'hotkey',
  'key-taken',
  'key-reserved',
  'key-types',
  'key-approve',
  'key-modifiers',
  'key-unseen',
  'key-absent',
  'vad',
  'no-hands-free',
  'settings',
  'settings-edit',
  'settings-write',
  'timeout',
  'answer-failed',
  'answer-empty',
  'answer-filtered',
  'answer-short',
  'sound-lost',
  'flood',
  'slow-down',
  'hands-free-draft',
  'undelivered',
  'undelivered-private',
  'history',
  'history-full',
  'history-damaged',
  'history-locked',
  'history-gone',
  'knowledge',
  'knowledge-full',
  'knowledge-damaged',
  'import',
  'image-empty',
  'image-unreadable',
  'image-moving',
  'image-too-large',
  'image-too-many',
  'item-gone',
  'no-sound',
  'unexpected',
] as const

export type ErrorTag = (typeof ERROR_TAGS)[number]

/** An expected failure. `detail` is for the log and for people who want to know more; it never holds a key. */
export interface AppError {
  readonly tag: ErrorTag
  readonly detail?: string
  /** What the device it is about is called. */
  readonly device?: string
  /** What was said is kept as a draft. */
  readonly kept?: boolean
}

export const appError = (tag: ErrorTag, detail?: string): AppError => (detail === undefined ? { tag } : { tag, detail })
