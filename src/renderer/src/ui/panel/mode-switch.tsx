import type { TalkMode } from '../../../../shared/settings'
import './mode-switch.css'

interface ModeSwitchProps {
  readonly mode: TalkMode
  readonly modeKeyLabel: string
  readonly disabled: boolean
  readonly choose: (mode: TalkMode) => void
}

const MODES: readonly { readonly mode: TalkMode; readonly words: string; readonly label: string }[] = [
  { mode: 'hold', words: 'Hold', label: 'Hold to talk' },
  { mode: 'hands-free', words: 'Hands-free', label: 'Hands-free' },
]

export function ModeSwitch({ mode, modeKeyLabel, disabled, choose }: ModeSwitchProps) {
  return (
    <fieldset className="mode-switch" disabled={disabled} title={`Switch from anywhere with ${modeKeyLabel}`}>
      <legend className="only-heard">How to talk</legend>
      {MODES.map((each) => (
        <label key={each.mode} className="mode-choice">
          <input
            type="radio"
            name="mode"
            data-testid={`mode-${each.mode}`}
            aria-label={each.label}
            checked={each.mode === mode}
            onChange={() => choose(each.mode)}
          />
          <span>{each.words}</span>
        </label>
      ))}
    </fieldset>
  )
}
