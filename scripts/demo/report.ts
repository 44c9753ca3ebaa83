import { SAMPLE_RATE_HZ } from '../../src/shared/audio/audio-format'
import type { Endpoint, TalkMode } from '../../src/shared/settings'
import type { Echo } from './scenes/echo'
import type { Figures } from './verdict/figures'
import type { Survival } from './verdict/survival'
import type { SourceUse } from './verdict/source-use'
import type { ToolUse } from './verdict/tool-use'
import type { Transcript } from './transcript'

/** What `--json` writes, and no more. */
export interface DemoReport extends Figures, Survival, ToolUse, SourceUse {
  readonly ok: boolean
  readonly electron: string | null
  readonly endpoint: string
  readonly mode: TalkMode
  readonly transcript: Transcript
  readonly errors: readonly string[]
}

export const endpointText = (endpoint: Endpoint): string => (endpoint.kind === 'custom' ? endpoint.url : endpoint.kind)

const LABELS = [
  'You', 'Parley', 'Key to microphone', 'Key up to commit', 'First delta to sound', 'Tool', 'Tool to sound', 'Source', 'Captured', 'Said again', 'Played', 'Interruption to silence', 'Like what was sent', 'Like what was spoken',
] as const

const words = ({ transcript: { user, assistant } }: DemoReport): Row[] => [
  ...(user === null ? [] : [['You', user] as const]),
  ...(assistant === null ? [] : [['Parley', assistant] as const]),
]

const milliseconds = (label: Row[0], value: number | null): Row[] => (value === null ? [] : [[label, `${value.toFixed(0)} ms`]])

const length = (samples: number): string => `${(samples / SAMPLE_RATE_HZ).toFixed(2)} s`

const saidAgain = ({ reconnects, replayedSamples }: DemoReport): Row[] =>
  reconnects === 0 ? [] : [['Said again', `${length(replayedSamples)}, after ${String(reconnects)} broken connection${reconnects === 1 ? '' : 's'}`]]

const figures = (report: DemoReport): Row[] => [
  ...milliseconds('Key to microphone', report.pressToFirstFrameMs),
  ...milliseconds('Key up to commit', report.releaseToCommitMs),
  ...milliseconds('First delta to sound', report.firstDeltaToFirstSampleMs),
  ...milliseconds('Tool', report.toolMs),
  ...milliseconds('Tool to sound', report.toolToSoundMs),
  ...(report.source === null ? [] : [['Source', report.source] as const]),
  ...captured(report),
  ...saidAgain(report),
  ...played(report),
  ...milliseconds('Interruption to silence', report.bargeInToSilenceMs),
]

const slipText = (slipMs: number | null): string => (slipMs === null || slipMs <= 0 ? '' : `; the sound system stopped for ${String(slipMs)} ms in between`)

const likeness = ({ sent, envelope, slipMs }: Echo): Row[] => [
  ...(sent === null ? [] : [['Like what was sent', `${sent.toFixed(3)} (correlation${slipText(slipMs)})`] as const]),
  ...(envelope === null ? [] : [['Like what was spoken', `${envelope.toFixed(3)} (correlation of loudness)`] as const]),
]

/** For the terminal: what was said, what was measured, and how it went. Lines without a figure are left out. */
export function reportText(report: DemoReport, echo: Echo, seconds: number): string {
  const width = Math.max(...LABELS.map((label) => label.length))
  const rows = [...words(report), ...figures(report), ...likeness(echo)].map(([label, text]) => `  ${label.padEnd(width)}  ${text}`)
  const title = `Parley ${report.mode === 'hold' ? 'with the talk key held' : 'hands-free'}, endpoint ${report.endpoint}, Electron ${report.electron ?? '(not started)'}`
  const end = `${report.ok ? 'OK' : 'FAILED'} (${seconds.toFixed(1)} s)`
  return ['', title, '', ...rows, ...(rows.length > 0 ? [''] : []), ...report.errors.map((error) => `  ${error}`), end].join('\n')
}
type Row = readonly [(typeof LABELS)[number], string]

function captured({ capturedSamples, lostSamples }: DemoReport): Row[] {
  if (capturedSamples === null) return []
  const loss = lostSamples === 0 ? 'every sample reached the wire' : `${String(lostSamples ?? 'an unknown number of')} samples lost on the way to the wire`
  return [['Captured', `${length(capturedSamples)}, ${loss}`]]
}

const gaps = (count: number): string => (count === 0 ? 'no gaps' : count === 1 ? '1 gap' : `${String(count)} gaps`)

function played({ heardSamples, underruns, audioEndMs }: DemoReport): Row[] {
  if (heardSamples === null) return []
  const end = audioEndMs === null ? gaps(underruns ?? 0) : `cut at ${String(audioEndMs)} ms`
  return [['Played', `${length(heardSamples)}, ${end}`]]
}
