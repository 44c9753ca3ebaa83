import type { AssistantView } from '../../../../shared/view'
import { say } from '../../../../shared/words/say'
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

const here = (): readonly Row[] => [
  [[say('common.keySpace')], say('common.holdToTalk')],
  [[say('common.keyEsc')], say('panel.shortcutStop')],
  [['/'], say('panel.shortcutType')],
  [['↑', '↓'], say('panel.shortcutMessages')],
  [['C'], say('panel.shortcutCopy')],
  [['P'], say('panel.shortcutPlay')],
  [['R'], say('panel.shortcutAgain')],
  [[say('common.keyDelete')], say('panel.shortcutDelete')],
  [[`${COMMAND} N`], say('panel.newConversation')],
  [[`${COMMAND} Shift N`], say('panel.newPrivate')],
  [[`${COMMAND} H`], say('common.history')],
  [[`${COMMAND} ,`], say('common.settings')],
  [[`${COMMAND} +`, `${COMMAND} −`, `${COMMAND} 0`], say('panel.shortcutZoom')],
  [[`${COMMAND} W`], say('panel.shortcutHide')],
  [['F6'], say('panel.shortcutUndo')],
  [['?', 'F1'], say('panel.shortcuts')],
]

/** Every key, so that nothing needs a mouse. */
export function ShortcutList({ view, open, close }: ShortcutListProps) {
  const anywhere: readonly Row[] = [
    ...(view.talkKeyStyle === 'none' ? [] : [[[view.talkKeyLabel], say(view.talkKeyStyle === 'hold' ? 'common.holdToTalk' : 'panel.shortcutStartStop')] as const]),
    [[view.modeKeyLabel], say('panel.shortcutHandsFree')],
    [[view.approveKeyLabel], say('panel.shortcutAllow')],
  ]
  return (
    <Dialog open={open} close={close} title={say('panel.shortcuts')} testId="shortcuts">
      <Rows title={say('panel.shortcutsAnywhere')} rows={anywhere} />
      <Rows title={say('panel.shortcutsHere')} rows={here()} />
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
