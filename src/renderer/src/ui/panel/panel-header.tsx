import type { AssistantApi } from '../../../../shared/ipc/assistant-api'
import type { AssistantView, ConnectionView } from '../../../../shared/view'
import { IconButton } from '../parts/button'
import { ModeSwitch } from './mode-switch'
import './panel-header.css'

interface PanelHeaderProps {
  readonly view: AssistantView
  readonly assistant: Pick<AssistantApi, 'setMode'>
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
      </p>
      <ModeSwitch mode={view.mode} modeKeyLabel={view.modeKeyLabel} disabled={view.switching} choose={assistant.setMode} />
      <IconButton icon="gear" label="Settings" onClick={openSettings} data-testid="open-settings" />
    </header>
  )
}
