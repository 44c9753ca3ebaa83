import { EnergyVad, type VadSettings } from './energy-vad'
import type { TurnDetection } from '../configuration/session-config'

/** Semantic VAD needs a language model; practice only waits longer or shorter, well inside the real maxima of 8, 4 and 2 s. */
const SEMANTIC_SILENCE_MS = { low: 1_200, medium: 800, auto: 800, high: 400 } as const

const settingsOf = (detection: TurnDetection): VadSettings =>
  detection.type === 'server_vad'
    ? {
        threshold: detection.threshold,
        prefixPaddingMs: detection.prefix_padding_ms,
        silenceDurationMs: detection.silence_duration_ms,
      }
    : { threshold: 0.5, prefixPaddingMs: 300, silenceDurationMs: SEMANTIC_SILENCE_MS[detection.eagerness] }

export const createVad = (detection: TurnDetection | null, positionSamples: number): EnergyVad | null =>
  detection === null ? null : new EnergyVad(settingsOf(detection), positionSamples)

/** Milliseconds of silence after an answer has been played, or `null` where the session has no idle timeout. */
export const idleTimeoutMs = (detection: TurnDetection | null): number | null =>
  detection?.type === 'server_vad' ? detection.idle_timeout_ms : null
