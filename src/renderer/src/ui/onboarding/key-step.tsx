import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import type { AssistantView } from '../../../../shared/view'
import { say } from '../../../../shared/words/say'
import { type Key } from '../../../../shared/words/keys'
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

const LEADS = { hold: 'first-run.key-hold', toggle: 'first-run.key-toggle', none: 'first-run.key-none' } as const satisfies Readonly<Record<Style, Key>>

const seconds = (ms: number): string => say('common.seconds', { seconds: ms / 1_000 })

/** The key is only shown and measured here; main begins no turn. */
export function KeyStep({ moves, view, assistant }: KeyStepProps) {
  const key = useKeyTest(assistant)
  const { talkKeyStyle: style, talkKeyLabel } = view
  return (
    <StepFrame moves={moves} title={say('first-run.key')} main={{ words: say('common.continue'), press: moves.next }}>
      <p className="first-lead">{say(LEADS[style])}</p>
      <div className="key-test">
        <kbd className="key-cap" data-testid="key-cap" data-down={key.down}>{talkKeyLabel}</kbd>
        <p className="key-count" aria-hidden="true">{key.down ? seconds(key.forMs) : ' '}</p>
        <p role="status" aria-live="polite" data-testid="key-words" data-tries={key.tries}>{keyWords(key, style)}</p>
      </div>
      <HotkeyField which="talk" label={say('first-run.key-other')} keyLabel={say('first-run.key-change', { key: talkKeyLabel })} hint={say(style === 'none' ? 'first-run.key-taken' : 'first-run.key-everywhere')} standard={view.standardKeys.talk} assistant={assistant} save={saveWith(assistant)} />
    </StepFrame>
  )
}

type Style = AssistantView['talkKeyStyle']

function keyWords({ down, heldMs, tries }: ReturnType<typeof useKeyTest>, style: Style): string {
  if (style === 'none') return ''
  if (down) return say(style === 'hold' ? 'first-run.key-down' : 'first-run.key-started')
  if (heldMs === null) return say(tries === 0 ? 'first-run.key-press' : 'first-run.key-with-other')
  const time = seconds(heldMs)
  if (style === 'hold') return say(tries < ENOUGH ? 'first-run.key-held-once' : 'first-run.key-held-done', { time })
  return say(tries < ENOUGH ? 'first-run.key-stopped-once' : 'first-run.key-stopped-done', { time })
}
