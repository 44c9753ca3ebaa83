import type { TalkMode } from '../../../../../shared/settings'
import { say } from '../../../../../shared/words/say'
import { Segments } from '../../parts/controls/segments'

interface ModeSwitchProps {
  readonly mode: TalkMode
  readonly disabled: boolean
  readonly choose: (mode: TalkMode) => void
}

const modes = () => [
  { value: 'hold', words: say('panel.mode-hold'), label: say('common.hold-to-talk') },
  { value: 'hands-free', words: say('common.hands-free'), label: say('common.hands-free') },
] as const

export function ModeSwitch({ mode, disabled, choose }: ModeSwitchProps) {
  return <Segments name="mode" label={say('panel.mode')} value={mode} segments={modes()} disabled={disabled} choose={choose} />
}
