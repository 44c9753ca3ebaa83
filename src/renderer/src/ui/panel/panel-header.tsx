import type { AssistantApi } from '../../../../shared/ipc/assistant-api'
import type { AssistantView, ConnectionView } from '../../../../shared/view'
import { IconButton } from '../parts/button'
import { Icon } from '../parts/icon'
import { ModeSwitch } from './mode-switch'
import { NewTalk } from './new-talk'
import './panel-header.css'

interface PanelHeaderProps {
  readonly view: AssistantView
  readonly assistant: Pick<AssistantApi, 'setMode' | 'newConversation' | 'openHistory'>
  readonly openSettings: () => void
}

const CONNECTION_WORDS: Readonly<Record<ConnectionView['state'], string>> = {
  ready: 'connected',
  connecting: 'connecting',
  waiting: 'connection lost',
  asleep: 'asleep until you talk',
  offline: 'not connected',
  failed: 'no connection',
}

export function PanelHeader({ view, assistant, openSettings }: PanelHeaderProps) {
  const words = CONNECTION_WORDS[view.connection.state]
  return (
    <header className="panel-header">
      <p className="who" data-testid="who" data-connection={view.connection.state} title={`${view.endpointName}: ${words}`}>
        <span className="who-light" />
        <span className="who-name">{view.endpointName}</span>
        <span className="only-heard">{words}</span>
        {view.private && <span className="private-mark" data-testid="private" title="Private: nothing of this conversation is written down"><Icon name="mask" /><span className="only-heard">Private</span></span>}
      </p>
      <ModeSwitch mode={view.mode} modeKeyLabel={view.modeKeyLabel} disabled={view.switching} choose={assistant.setMode} />
      <NewTalk start={assistant.newConversation} />
      <IconButton icon="history" label="History" onClick={assistant.openHistory} data-testid="open-history" />
      <IconButton icon="gear" label="Settings" onClick={openSettings} data-testid="open-settings" />
    </header>
  )
}
