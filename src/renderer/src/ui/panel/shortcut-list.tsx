import type { AssistantView } from '../../../../shared/view'
import { Dialog } from '../parts/layers/dialog'
import { KeyCap } from '../parts/card/key-cap'
import './shortcut-list.css'

interface ShortcutListProps {
  readonly view: AssistantView
  readonly open: boolean
  readonly close: () => void
}

type Row = readonly [keys: readonly string[], words: string]

const COMMAND = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl'

const HERE: readonly Row[] = [
  [['Space'], 'Hold to talk'],
  [['Esc'], 'Stop, or discard what you are saying'],
  [['/'], 'Type'],
  [['↑', '↓'], 'From message to message'],
  [['C'], 'Copy the message'],
  [['P'], 'Play its sound'],
  [['R'], 'Ask or answer again'],
  [['Delete'], 'Delete it'],
  [[`${COMMAND} N`], 'New conversation'],
  [[`${COMMAND} Shift N`], 'New private conversation'],
  [[`${COMMAND} H`], 'History'],
  [[`${COMMAND} ,`], 'Settings'],
  [[`${COMMAND} +`, `${COMMAND} −`, `${COMMAND} 0`], 'Larger, smaller, as it was'],
  [[`${COMMAND} W`], 'Put this window away'],
  [['F6'], 'To what can be undone'],
  [['?', 'F1'], 'This list'],
]

/** Every key, so that nothing needs a mouse. */
export function ShortcutList({ view, open, close }: ShortcutListProps) {
  const anywhere: readonly Row[] = [
    ...(view.talkKeyStyle === 'none' ? [] : [[[view.talkKeyLabel], view.talkKeyStyle === 'hold' ? 'Hold to talk' : 'Start and end talking'] as const]),
    [[view.modeKeyLabel], 'Switch hands-free'],
    [[view.approveKeyLabel], 'Hold it while Parley asks: allow'],
  ]
  return (
    <Dialog open={open} close={close} title="Keys" testId="shortcuts">
      <Rows title="In every app" rows={anywhere} />
      <Rows title="In this window" rows={HERE} />
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
