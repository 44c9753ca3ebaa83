/**
 * The one audio format of the app: signed 16-bit little-endian mono PCM at 24 kHz.
 * Source: Realtime API `audio/pcm`, which knows no other rate.
 */
export const SAMPLE_RATE_HZ = 24_000
export const BYTES_PER_SAMPLE = 2
/** 20 ms: the frame the capture worklet posts. 480 samples, 960 bytes. */
export const FRAME_SAMPLES = 480
/** The server refuses to commit less: 100 ms, 4,800 bytes (`input_audio_buffer_commit_empty`). */
export const MIN_COMMIT_SAMPLES = 2_400

/** Whole milliseconds covered by `samples`, rounded down: never claims more than was there. */
export const samplesToMs = (samples: number): number => Math.floor((samples * 1_000) / SAMPLE_RATE_HZ)

/** Samples in `ms` milliseconds, rounded to the nearest sample. */
export const msToSamples = (ms: number): number => Math.round((ms * SAMPLE_RATE_HZ) / 1_000)
