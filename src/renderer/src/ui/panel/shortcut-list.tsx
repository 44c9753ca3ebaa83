import type { AssistantView } from '../../../../shared/view'
import { say } from '../../../../shared/words/say'
import { Dialog } from '../parts/layers/dialog'
import { KeyCap } from '../parts/card/key-cap'
import { commandKey } from './command-key'
import './shortcut-list.css'

interface ShortcutListProps {
  readonly view: AssistantView
  readonly open: boolean
  readonly close: () => void
}

type Row = readonly [keys: readonly string[], words: string]

const here = (): readonly Row[] => [
  [[say('common.key-space')], say('common.hold-to-talk')],
  [[say('common.key-esc')], say('panel.shortcut-stop')],
  [['/'], say('panel.shortcut-type')],
  [['↑', '↓'], say('panel.shortcut-messages')],
  [['C'], say('panel.shortcut-copy')],
  [['P'], say('panel.shortcut-play')],
  [['R'], say('panel.shortcut-again')],
  [[say('common.key-delete')], say('panel.shortcut-delete')],
  [[commandKey('N')], say('panel.new-conversation')],
  [[commandKey('Shift N')], say('panel.new-private')],
  [[commandKey('H')], say('common.history')],
  [[commandKey(',')], say('common.settings')],
  [[commandKey('+'), commandKey('−'), commandKey('0')], say('panel.shortcut-zoom')],
  [[commandKey('W')], say('panel.shortcut-hide')],
  [['F6'], say('panel.shortcut-undo')],
  [['?', 'F1'], say('panel.shortcuts')],
]

/** Every key, so that nothing needs a mouse. */
export function ShortcutList({ view, open, close }: ShortcutListProps) {
  const anywhere: readonly Row[] = [
    ...(view.talkKeyStyle === 'none' ? [] : [[[view.talkKeyLabel], say(view.talkKeyStyle === 'hold' ? 'common.hold-to-talk' : 'panel.shortcut-start-stop')] as const]),
    [[view.modeKeyLabel], say('panel.shortcut-hands-free')],
    [[view.approveKeyLabel], say('panel.shortcut-allow')],
    ...(view.panelKeyLabel === '' ? [] : [[[view.panelKeyLabel], say('panel.shortcut-open')] as const]),
  ]
  return (
    <Dialog open={open} close={close} title={say('panel.shortcuts')} testId="shortcuts">
      <Rows title={say('panel.shortcuts-anywhere')} rows={anywhere} />
      <Rows title={say('panel.shortcuts-here')} rows={here()} />
    </Dialog>
  )
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  return (
    <section className="shortcut-rows">
      <h3>{title}</h3>
      <dl>
        {rows.map(([keys, words]) => (
          <div key={words}>
            <dt>{keys.map((key) => <KeyCap key={key} words={key} />)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
