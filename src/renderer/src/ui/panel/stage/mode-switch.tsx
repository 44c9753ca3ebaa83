import type { TalkMode } from '../../../../../shared/settings'
import { Segments } from '../../parts/controls/segments'

interface ModeSwitchProps {
  readonly mode: TalkMode
  readonly disabled: boolean
  readonly choose: (mode: TalkMode) => void
}

const MODES = [
  { value: 'hold', words: 'Hold', label: 'Hold to talk' },
  { value: 'hands-free', words: 'Hands-free', label: 'Hands-free' },
] as const

export function ModeSwitch({ mode, disabled, choose }: ModeSwitchProps) {
  return <Segments name="mode" label="How to talk" value={mode} segments={MODES} disabled={disabled} choose={choose} />
}
