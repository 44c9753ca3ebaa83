import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import type { HeardFeed } from '../../../../shared/audio/heard-readings'
import type { DeviceLists } from '../../../../shared/audio/sound-settings'
import type { Levels } from '../../../../shared/audio/levels'
import type { Notice } from '../../../../shared/errors/notice'
import type { AssistantView } from '../../../../shared/view'
import type { ItemList } from '../../state/panel/item-list'
import type { OpenSettings } from '../parts/cured-in-settings'
import { NoticeBar } from '../parts/notice-bar'
import { Toasts } from '../parts/layers/toasts'
import { Conversation } from './conversation/conversation'
import { hasUnsent, type UnsentSpeech } from './conversation/unsent'
import { EmptyState, lacksKey } from './empty/empty-state'
import { Dock } from './dock/dock'
import { UndoBar } from './undo/undo-bar'
import type { Draft } from './dock/capsule/use-text-entry'
import { PanelHeader } from './header/panel-header'
import { ShortcutList } from './shortcut-list'
import { QuestionCard } from './servers/question-card'
import { RingBar } from './reminders/ring-bar'
import { ApprovalCard } from './tools/approval-card'
import { UndoOffer } from './tools/undo-offer'
import { useShortcuts } from './use-shortcuts'
import './panel.css'

interface PanelProps extends Draft {
  readonly view: AssistantView
  readonly items: ItemList
  readonly assistant: AssistantApi
  readonly levels: Levels
  readonly heard: HeardFeed
  readonly devices: DeviceLists
  readonly openSettings: OpenSettings
}

/** The conversation and the way to carry it on. */
export function Panel({ view, items, assistant, levels, heard, devices, openSettings, draft, setDraft }: PanelProps) {
  const usePractice = () => assistant.usePractice()
  const unsent: UnsentSpeech = { waitingMs: view.waitingMs, kept: view.kept, private: view.private }
  const empty = items.order.length === 0 && !hasUnsent(unsent)
  const news = newsOnly(view)
  const shortcuts = useShortcuts(assistant, openSettings)
  return (
    <Toasts>
      <main className="panel" data-testid="panel">
        <PanelHeader view={view} assistant={assistant} openSettings={openSettings} listShortcuts={shortcuts.list} />
        {empty
          ? <EmptyState view={view} assistant={assistant} openSettings={openSettings} usePractice={usePractice} />
          : <Conversation items={items} assistant={assistant} playingClip={view.playingClip} unheard={view.unheard} heard={heard} keepsSound={view.settings.keepAudio && !view.private} running={view.tools.running} unsent={unsent} />}
        <ApprovalCard tools={view.tools} assistant={assistant} />
        <QuestionCard question={view.mcp.question} assistant={assistant} />
        <RingBar ringing={view.reminders.ringing} assistant={assistant} />
        <NoticeBar notice={news} dismiss={assistant.dismissNotice} openSettings={openSettings} />
        <UndoBar view={view} undo={assistant.undoCancel} typing={draft !== ''} />
        <UndoOffer offer={view.tools.undo} assistant={assistant} keyTaken={draft !== '' || view.undoMs !== null} />
        <Dock view={view} assistant={assistant} levels={levels} devices={devices} openSettings={openSettings} quiet={news !== null || (empty && lacksKey(view))} draft={draft} setDraft={setDraft} />
        <ShortcutList view={view} open={shortcuts.listed} close={shortcuts.close} />
      </main>
    </Toasts>
  )
}

/** The dock already gives the reason of a failed connection; twice is noise. */
function newsOnly({ notice, connection }: AssistantView): Notice | null {
  return connection.state === 'failed' && connection.reason === notice?.tag ? null : notice
}
