import type { TalkMode, Vad } from '../../../../shared/settings'
import { TUNING } from '../turn/tuning'

const ANSWERS = { create_response: true, interrupt_response: true } as const

/** The longest that each eagerness waits for the end of a sentence, in ms (docs/wire-facts.md, Voice activity). */
const SEMANTIC_WAIT_MS: Readonly<Record<Vad['eagerness'], number>> = { low: 8_000, medium: 4_000, auto: 4_000, high: 2_000 }

const server = ({ threshold, paddingMs, silenceMs, idleTimeoutMs }: Vad) => ({
  type: 'server_vad' as const,
  threshold,
  prefix_padding_ms: paddingMs,
  silence_duration_ms: silenceMs,
  idle_timeout_ms: idleTimeoutMs,
  ...ANSWERS,
})

const semantic = ({ eagerness }: Vad) => ({ type: 'semantic_vad' as const, eagerness, ...ANSWERS })

/**
 * Every value is said, because documentation and wire disagree on the defaults (docs/wire-facts.md, Voice activity), and one that
 * is left out keeps its last.
 */
export const turnDetection = (mode: TalkMode, vad: Vad) => (mode === 'hold' ? null : vad.kind === 'semantic' ? semantic(vad) : server(vad))

/** Enough silence for the server to find the end of what was said. */
export const padSilenceMs = (vad: Vad): number => (vad.kind === 'semantic' ? SEMANTIC_WAIT_MS[vad.eagerness] : vad.silenceMs) + TUNING.padMarginMs
