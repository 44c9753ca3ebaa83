import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import type { AssistantView, ConnectionView } from '../../../../shared/view'
import { IconButton } from '../parts/controls/button'
import type { OpenSettings } from '../parts/cured-in-settings'
import { Icon } from '../parts/icon'
import { NewConversation } from './new-conversation'
import { ToolChoiceMenu } from './tools/tool-choice'
import './panel-header.css'

interface PanelHeaderProps {
  readonly view: AssistantView
  readonly assistant: Pick<AssistantApi, 'newConversation' | 'openHistory' | 'chooseTools' | 'stopTools'>
  readonly openSettings: OpenSettings
}

const CONNECTION_WORDS: Readonly<Record<ConnectionView['state'], string>> = {
  ready: 'connected',
  connecting: 'connecting',
  waiting: 'connection lost',
  asleep: 'asleep until you talk',
  offline: 'not connected',
  failed: 'no connection',
}

const TRACED_WORDS: Readonly<Record<NonNullable<AssistantView['traced']>, string>> = {
  events: 'Everything that is said is written into a trace folder, as words',
  audio: 'Everything that is said is written into a trace folder, as words and as sound',
}

export function PanelHeader({ view, assistant, openSettings }: PanelHeaderProps) {
  return (
    <header className="panel-header">
      <p className="who" data-testid="who" data-connection={view.connection.state}>
        <span className="who-light" />
        <span className="who-name">{view.endpointName}</span>
        <span className="who-words">{CONNECTION_WORDS[view.connection.state]}</span>
        {view.private && <span className="private-mark" data-testid="private" title="Nothing of this conversation is written down"><Icon name="mask" /><span className="private-word">Private</span></span>}
        {view.traced !== null && <span className="trace-mark" data-testid="traced" title={TRACED_WORDS[view.traced]}><Icon name="trace" /><span className="trace-word">Trace</span></span>}
      </p>
      <NewConversation start={assistant.newConversation} />
      <ToolChoiceMenu tools={view.tools} assistant={assistant} />
      <IconButton icon="history" label="History" onClick={() => assistant.openHistory()} data-testid="open-history" />
      <IconButton icon="gear" label="Settings" onClick={() => openSettings()} data-testid="open-settings" />
    </header>
  )
}
