import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import type { AssistantView } from '../../../../shared/view'
import { HotkeyField } from '../settings/fields/hotkey-field'
import { saveWith } from '../settings/fields/save'
import { StepFrame, type StepMoves } from './step-frame'
import { useKeyTest } from './use-key-test'
import './key-step.css'

interface KeyStepProps {
  readonly moves: StepMoves
  readonly view: AssistantView
  readonly assistant: Pick<AssistantApi, 'updateSettings' | 'recordHotkey' | 'onKeysHeld' | 'onKeyTried'>
}

const ENOUGH = 2

const LEADS: Readonly<Record<Style, string>> = {
  hold: 'Hold it for a moment, as if you spoke, and let go. Twice, to get the feel of it.',
  toggle: 'Your system does not tell Parley when a key is let go. So press it once to start talking, and once more to stop. Try it twice.',
  none: 'No key could be had on this system. Talk with the button in the window, or choose another key.',
}

const HINTS: Readonly<Record<Style, string>> = {
  hold: 'It works in every app, whatever window is in front.',
  toggle: 'It works in every app, whatever window is in front.',
  none: 'Keys that other programs have taken cannot be had.',
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`

/** The key is only shown and measured here; main begins no turn. */
export function KeyStep({ moves, view, assistant }: KeyStepProps) {
  const key = useKeyTest(assistant)
  const { talkKeyStyle: style, talkKeyLabel } = view
  const enough = key.tries >= ENOUGH || style === 'none'
  return (
    <StepFrame moves={moves} title="Your talk key" main={enough ? { words: 'Continue', press: moves.next } : null}>
      <p className="first-lead">{LEADS[style]}</p>
      <div className="key-test">
        <kbd className="key-cap" data-testid="key-cap" data-down={key.down}>{talkKeyLabel}</kbd>
        <p className="key-count" aria-hidden="true">{key.down ? seconds(key.forMs) : ' '}</p>
        <p role="status" aria-live="polite" data-testid="key-words" data-tries={key.tries}>{keyWords(key, style)}</p>
      </div>
      <HotkeyField which="talk" label="Another key" keyLabel={`Change ${talkKeyLabel}`} hint={HINTS[style]} standard={view.standardKeys.talk} assistant={assistant} save={saveWith(assistant)} />
    </StepFrame>
  )
}

type Style = AssistantView['talkKeyStyle']

function keyWords({ down, heldMs, tries }: ReturnType<typeof useKeyTest>, style: Style): string {
  if (style === 'none') return ''
  if (down) return style === 'hold' ? 'It is down. Let go when you like.' : 'Started. Press again to stop.'
  if (heldMs === null) return tries === 0 ? 'Press it now.' : 'Another key came with it, so that did not count.'
  const held = style === 'hold' ? `You held it for ${seconds(heldMs)}.` : `Stopped after ${seconds(heldMs)}.`
  return tries < ENOUGH ? `${held} Once more?` : `${held} That is all there is to it.`
}
