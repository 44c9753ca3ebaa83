import type { Profile } from '../../../../shared/providers/profiles/profile'
import type { TalkMode, Vad } from '../../../../shared/settings'
import { TUNING } from '../turn/tuning'

const ANSWERS = { create_response: true, interrupt_response: true } as const

/** The longest that each eagerness waits for the end of a sentence, in ms (docs/wire-facts.md, Voice activity). */
const SEMANTIC_WAIT_MS: Readonly<Record<Vad['eagerness'], number>> = { low: 8_000, medium: 4_000, auto: 4_000, high: 2_000 }

type Turns = Profile['turns']

const server = ({ threshold, paddingMs, silenceMs, idleTimeoutMs }: Vad, without: Turns['vadWithout'] = []) => ({
  type: 'server_vad' as const,
  threshold,
  ...(without.includes('prefix_padding_ms') ? {} : { prefix_padding_ms: paddingMs }),
  silence_duration_ms: silenceMs,
  ...(without.includes('idle_timeout_ms') ? {} : { idle_timeout_ms: idleTimeoutMs }),
  ...ANSWERS,
})

const semantic = ({ eagerness }: Vad) => ({ type: 'semantic_vad' as const, eagerness, ...ANSWERS })

/**
 * Every value is said, because documentation and wire disagree on the defaults (docs/wire-facts.md, Voice activity), and one that
 * is left out keeps its last.
 */
export const turnDetection = (mode: TalkMode, vad: Vad, turns?: Turns) => {
  if (mode === 'hold') return turns === undefined || turns.gateSilenceMs === null ? null : server({ ...vad, silenceMs: turns.gateSilenceMs, idleTimeoutMs: null }, turns.vadWithout)
  const possible = turns === undefined ? vad : possibleVad(vad, turns)
  return possible.kind === 'semantic' ? semantic(possible) : server(possible, turns?.vadWithout)
}

/** Where no turn can be committed: so much silence behind what was said ends it. Null: a commit does. */
export const gateSilence = ({ gateSilenceMs }: Turns): number | null => (gateSilenceMs === null ? null : gateSilenceMs + TUNING.padMarginMs)

/** Some servers have but one way to find the end of a sentence. */
export function possibleVad(vad: Vad, { serverVad, semanticVad }: Turns): Vad {
  if (vad.kind === 'semantic') return semanticVad === false ? { ...vad, kind: 'server' } : vad
  return serverVad === false ? { ...vad, kind: 'semantic' } : vad
}

/** Enough silence for the server to find the end of what was said. */
export const padSilenceMs = (vad: Vad): number => (vad.kind === 'semantic' ? SEMANTIC_WAIT_MS[vad.eagerness] : vad.silenceMs) + TUNING.padMarginMs
