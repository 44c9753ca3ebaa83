import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import type { AssistantView } from '../../../../shared/view'
import { say } from '../../../../shared/words/say'
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

export function PanelHeader({ view, assistant, openSettings }: PanelHeaderProps) {
  return (
    <header className="panel-header">
      <p className="who" data-testid="who" data-connection={view.connection.state}>
        <span className="who-light" />
        <span className="who-name">{view.endpointName}</span>
        <span className="who-words">{say(`panel.connection-${view.connection.state}`)}</span>
        {view.private && <span className="private-mark" data-testid="private" title={say('panel.private-about')}><Icon name="mask" /><span className="private-word">{say('panel.private-chip')}</span></span>}
        {view.traced !== null && <span className="trace-mark" data-testid="traced" title={say(`panel.traced-${view.traced}`)}><Icon name="trace" /><span className="trace-word">{say('panel.trace')}</span></span>}
      </p>
      <NewConversation start={assistant.newConversation} />
      <ToolChoiceMenu tools={view.tools} assistant={assistant} />
      <IconButton icon="history" label={say('common.history')} onClick={() => assistant.openHistory()} data-testid="open-history" />
      <IconButton icon="gear" label={say('common.settings')} onClick={() => openSettings()} data-testid="open-settings" />
    </header>
  )
}
