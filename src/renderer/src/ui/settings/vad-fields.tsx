import type { ReactNode } from 'react'
import type { Vad } from '../../../../shared/settings'
import { say } from '../../../../shared/words/say'
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

const kinds = () => [
  { value: 'server', words: say('settings.vad-silence') },
  { value: 'semantic', words: say('settings.vad-meaning') },
] as const

const eagerness = () => [
  { value: 'auto', words: say('settings.eagerness-auto') },
  { value: 'low', words: say('settings.eagerness-low') },
  { value: 'medium', words: say('settings.eagerness-medium') },
  { value: 'high', words: say('settings.eagerness-high') },
] as const

const secondsWords = (ms: number): string => say('common.seconds', { seconds: ms / 1_000 })

const IDLE = [null, 5_000, 10_000, 20_000, 30_000]

const idleWords = (ms: number | null): string => (ms === null ? say('common.never') : say('settings.idle-after', { seconds: ms / 1_000 }))

/** How the server finds where a sentence begins and ends, hands-free. */
export function VadFields({ vad, save, meter }: VadFieldsProps) {
  const change = (patch: Partial<Vad>) => save({ vad: patch })
  return (
    <>
      <ChoiceField
        name="vad-kind"
        label={say('settings.vad')}
        hint={say('settings.vad-about')}
        value={vad.kind}
        choices={kinds()}
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
      label={say('settings.eagerness')}
      value={vad.eagerness}
      choices={eagerness()}
      otherWords={String}
      save={(next) => change({ eagerness: next })}
    />
  )
}

function Loudness({ vad, change, meter }: PartProps & Pick<VadFieldsProps, 'meter'>) {
  return (
    <>
      <RangeField
        name="vad-threshold"
        label={say('settings.threshold')}
        hint={say('settings.threshold-about')}
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
        label={say('settings.silence')}
        hint={say('settings.silence-about')}
        value={vad.silenceMs}
        min={200}
        max={3_000}
        step={100}
        words={secondsWords}
        save={(silenceMs) => change({ silenceMs })}
      />
      <RangeField
        name="vad-padding"
        label={say('settings.padding')}
        hint={say('settings.padding-about')}
        value={vad.paddingMs}
        min={0}
        max={700}
        step={50}
        words={secondsWords}
        save={(paddingMs) => change({ paddingMs })}
      />
      <ChoiceField
        name="vad-idle"
        label={say('settings.idle')}
        hint={say('settings.idle-about')}
        value={vad.idleTimeoutMs}
        choices={IDLE.map((value) => ({ value, words: idleWords(value) }))}
        otherWords={idleWords}
        save={(idleTimeoutMs) => change({ idleTimeoutMs })}
      />
    </>
  )
}
