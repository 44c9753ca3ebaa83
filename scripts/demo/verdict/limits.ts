const SECOND = 1_000

/** How long the demo waits for each thing, in ms, each with its reason. */
export const LIMITS = {
  /** A cold start on a slow machine, and a handshake from far away. */
  ready: 60 * SECOND,
  /** A handful of small files. */
  reading: 30 * SECOND,
  /** The app's own bound for opening a microphone, and a little. */
  microphone: 12 * SECOND,
  /** The app's own bound for changing the mode, and a little. */
  mode: 12 * SECOND,
  /** A sound server plays in real time; this is what may come on top. */
  speaking: 10 * SECOND,
  /** Voice detection closes a turn after half a second of silence. */
  hearing: 10 * SECOND,
  /** The app's own bound for an answer that does not come, and a little. */
  answer: 65 * SECOND,
  /** A talkative model. */
  listening: 180 * SECOND,
  /** The app takes milliseconds. */
  silence: 5 * SECOND,
  /** The app's own bound is 2 s; Chromium wants some more. */
  quitting: 8 * SECOND,
} as const

/** What a person does, in ms. */
export const HUMAN = {
  /** Nobody presses a key in the instant a window appears. */
  lookingUp: 700,
  /** People let go a moment after the last word. */
  lettingGo: 150,
  /** An interruption with the talk key, given up with Escape. */
  interrupting: 400,
  /** Sitting back after the answer: its last samples are still in the loudspeaker. */
  afterwards: 500,
} as const

/** How alike the answer of the practice endpoint has to be, which repeats what it heard. */
export const LIKENESS = {
  /** Every sample comes back, through one digital loudspeaker. */
  sent: 0.9,
  /** On the way in, echo cancellation, noise suppression and gain control shape the voice. */
  envelope: 0.8,
  /** What the sound system may leave out. What it puts in between, on a busy machine, is only told. */
  missingMs: 30,
} as const
