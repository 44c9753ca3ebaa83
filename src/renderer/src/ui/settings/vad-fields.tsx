import type { ReactNode } from 'react'
import type { Vad } from '../../../../shared/settings'
import { percent } from '../../words/amount-words'
import { ChoiceField } from './fields/choice-field'
import { RangeField } from './fields/range-field'
import type { Save } from './fields/save'

interface VadFieldsProps {
  readonly vad: Vad
  readonly save: Save
  /** What the microphone hears now, beside the threshold it must pass. */
  readonly meter: ReactNode
}

const KINDS = [
  { value: 'server', words: 'By silence' },
  { value: 'semantic', words: 'By what was said' },
] as const

const EAGERNESS = [
  { value: 'auto', words: 'As the server likes' },
  { value: 'low', words: 'Patient: lets me think, up to 8 seconds' },
  { value: 'medium', words: 'Balanced: up to 4 seconds' },
  { value: 'high', words: 'Quick: up to 2 seconds' },
] as const

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`

const IDLE = [
  { value: null, words: 'Never' },
  ...[5_000, 10_000, 20_000, 30_000].map((value) => ({ value, words: `After ${String(value / 1_000)} seconds` })),
]

/** How the server finds where a sentence begins and ends, hands-free. */
export function VadFields({ vad, save, meter }: VadFieldsProps) {
  const change = (patch: Partial<Vad>) => save({ vad: patch })
  return (
    <>
      <ChoiceField
        name="vad-kind"
        label="End of a sentence"
        hint="For hands-free. Not every server knows both ways; where it does not know the chosen one, the other is used."
        value={vad.kind}
        choices={KINDS}
        otherWords={String}
        save={(kind) => change({ kind })}
      />
      {vad.kind === 'semantic' ? <Eagerness vad={vad} change={change} /> : <Loudness vad={vad} change={change} meter={meter} />}
    </>
  )
}

interface PartProps {
  readonly vad: Vad
  readonly change: (patch: Partial<Vad>) => Promise<string | null>
}

function Eagerness({ vad, change }: PartProps) {
  return (
    <ChoiceField
      name="vad-eagerness"
      label="How soon a pause is the end"
      value={vad.eagerness}
      choices={EAGERNESS}
      otherWords={String}
      save={(eagerness) => change({ eagerness })}
    />
  )
}

function Loudness({ vad, change, meter }: PartProps & Pick<VadFieldsProps, 'meter'>) {
  return (
    <>
      <RangeField
        name="vad-threshold"
        label="How loud speech must be"
        hint="Further right in a noisy room; further left for a quiet voice."
        value={vad.threshold}
        min={0}
        max={1}
        step={0.05}
        words={percent}
        save={(threshold) => change({ threshold })}
      />
      {meter}
      <RangeField
        name="vad-silence"
        label="Silence that ends a sentence"
        hint="Longer lets you think; shorter answers sooner."
        value={vad.silenceMs}
        min={200}
        max={3_000}
        step={100}
        words={seconds}
        save={(silenceMs) => change({ silenceMs })}
      />
      <RangeField
        name="vad-padding"
        label="Sound kept before the first word"
        hint="More if first syllables are missed."
        value={vad.paddingMs}
        min={0}
        max={700}
        step={50}
        words={seconds}
        save={(paddingMs) => change({ paddingMs })}
      />
      <ChoiceField
        name="vad-idle"
        label="When I say nothing, speak up"
        hint="The assistant says something by itself after that much silence."
        value={vad.idleTimeoutMs}
        choices={IDLE}
        otherWords={(value) => `After ${seconds(value ?? 0)}`}
        save={(idleTimeoutMs) => change({ idleTimeoutMs })}
      />
    </>
  )
}
