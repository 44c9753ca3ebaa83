import type { EarconName } from '../../../../shared/ipc/sound'

interface Note {
  readonly hz: number
  readonly atMs: number
  readonly forMs: number
  /** Of LOUDNESS; left out: all of it. */
  readonly share?: number
}

/**
 * A tick = you are heard: over before the first word, and quiet, since the microphone may hear it. Falling = mine, two
 * rising ones = a tool is used, one high note = the answer, two equal notes or a ladder = a mode, one low note = trouble. Told apart without looking.
 */
export const EARCONS: Readonly<Record<EarconName, readonly Note[]>> = {
  listen: [{ hz: 1_320, atMs: 0, forMs: 12, share: 0.4 }],
  sent: [{ hz: 880, atMs: 0, forMs: 60 }, { hz: 659, atMs: 50, forMs: 80 }],
  acting: [{ hz: 587, atMs: 0, forMs: 45, share: 0.6 }, { hz: 698, atMs: 60, forMs: 60, share: 0.6 }],
  answer: [{ hz: 1_047, atMs: 0, forMs: 90 }],
  'hands-free': [{ hz: 523, atMs: 0, forMs: 60 }, { hz: 659, atMs: 55, forMs: 60 }, { hz: 784, atMs: 110, forMs: 80 }],
  hold: [{ hz: 784, atMs: 0, forMs: 60 }, { hz: 659, atMs: 55, forMs: 60 }, { hz: 523, atMs: 110, forMs: 80 }],
  mute: [{ hz: 440, atMs: 0, forMs: 50 }, { hz: 440, atMs: 80, forMs: 50 }],
  unmute: [{ hz: 988, atMs: 0, forMs: 50 }, { hz: 988, atMs: 80, forMs: 50 }],
  ending: [{ hz: 784, atMs: 0, forMs: 50 }, { hz: 784, atMs: 70, forMs: 50 }, { hz: 784, atMs: 140, forMs: 50 }],
  alarm: [0, 250, 500, 1_100, 1_350, 1_600].map((atMs) => ({ hz: 1_175, atMs, forMs: 160 })),
  error: [{ hz: 220, atMs: 0, forMs: 180 }],
}

/** At full volume. In the middle it is about −20 dBFS: heard, not startling. */
const LOUDNESS = 0.2
const ATTACK_S = 0.008
/** An exponential ramp cannot reach zero. */
const SILENT = 0.0001

/** `volume`: 0..1. */
export function playEarcon(context: AudioContext, name: EarconName, volume: number): void {
  EARCONS[name].forEach((note) => playNote(context, note, volume))
}

function playNote(context: AudioContext, { hz, atMs, forMs, share = 1 }: Note, volume: number): void {
  const start = context.currentTime + atMs / 1_000
  const end = start + forMs / 1_000
  const oscillator = new OscillatorNode(context, { type: 'sine', frequency: hz })
  const envelope = new GainNode(context, { gain: 0 })
  envelope.gain.setValueAtTime(0, start)
  envelope.gain.linearRampToValueAtTime(LOUDNESS * share * volume, start + Math.min(ATTACK_S, forMs / 3_000))
  envelope.gain.exponentialRampToValueAtTime(SILENT, end)
  oscillator.connect(envelope).connect(context.destination)
  oscillator.start(start)
  oscillator.stop(end)
}
