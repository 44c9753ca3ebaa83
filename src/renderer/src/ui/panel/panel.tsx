import type { AssistantApi } from '../../../../shared/ipc/assistant-api'
import type { AssistantView, Notice } from '../../../../shared/view'
import type { ItemList } from '../../state/item-list'
import { NoticeBar } from '../parts/notice-bar'
import { Conversation } from './conversation'
import { EmptyState, lacksKey } from './empty-state'
import { PanelHeader } from './panel-header'
import { Stage } from './stage'
import { type Draft, TextEntry } from './text-entry'
import { UndoBar } from './undo-bar'
import './panel.css'

interface PanelProps extends Draft {
  readonly view: AssistantView
  readonly items: ItemList
  readonly assistant: AssistantApi
  readonly openSettings: () => void
}

/** The conversation and the way to carry it on. */
export function Panel({ view, items, assistant, openSettings, draft, setDraft }: PanelProps) {
  const usePractice = () => void assistant.updateSettings({ endpoint: { kind: 'practice' } })
  const empty = items.order.length === 0
  return (
    <main className="panel" data-testid="panel">
      <PanelHeader view={view} assistant={assistant} openSettings={openSettings} />
      {empty
        ? <EmptyState view={view} openSettings={openSettings} usePractice={usePractice} />
        : <Conversation items={items} />}
      <NoticeBar notice={newsOnly(view)} dismiss={assistant.dismissNotice} openSettings={openSettings} />
      <UndoBar view={view} undo={assistant.undoCancel} typing={draft !== ''} />
      <Stage view={view} assistant={assistant} openSettings={openSettings} cured={empty && lacksKey(view)} />
      <TextEntry assistant={assistant} attachments={view.attachments} draft={draft} setDraft={setDraft} />
    </main>
  )
}

/** The state line already gives the reason of a failed connection; twice is noise. */
function newsOnly({ notice, connection }: AssistantView): Notice | null {
  return connection.state === 'failed' && connection.reason === notice?.tag ? null : notice
}
