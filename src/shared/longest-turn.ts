import { msToSamples } from './audio/audio-format'

/**
 * A stuck key must not listen for ever, and what is spoken must be kept whole until its server has it, to be sent again after a broken
 * connection: 17.3 MB. Our own choice; the protocol knows no bound but the hour that a session lives (docs/protocol.md). A setting may make it
 * shorter.
 */
export const LONGEST_TURN_MINUTES = 6
export const LONGEST_TURN_SAMPLES = msToSamples(LONGEST_TURN_MINUTES * 60_000)
