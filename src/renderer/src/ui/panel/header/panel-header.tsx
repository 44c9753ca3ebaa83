import { useCallback, useRef } from 'react'
import type { AssistantApi } from '../../../../../shared/ipc/apis/assistant-api'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { IconButton } from '../../parts/controls/button'
import type { OpenSettings } from '../../parts/cured-in-settings'
import { Icon } from '../../parts/icon'
import { commandKey } from '../command-key'
import { AssistantMenu } from './assistant-menu'
import { MoreMenu } from './more-menu'
import './panel-header.css'

interface PanelHeaderProps {
  readonly view: AssistantView
  readonly assistant: Pick<AssistantApi, 'newConversation' | 'openHistory' | 'chooseTools' | 'stopTools' | 'changeSettings' | 'hidePanel'>
  readonly openSettings: OpenSettings
  readonly listShortcuts: () => void
}

const keyed = (words: string, key: string): string => say('panel.keyed', { words, key: commandKey(key) })

/** Who answers, at the left; where else to go, at the right. */
export function PanelHeader({ view, assistant, openSettings, listShortcuts }: PanelHeaderProps) {
  const header = useRef<HTMLElement>(null)
  const isNarrow = useCallback(() => header.current?.querySelector('.header-rest')?.checkVisibility() === false, [])
  return (
    <header className="panel-header" ref={header} data-private={view.private}>
      <AssistantMenu view={view} assistant={assistant} openSettings={openSettings} />
      {view.traced !== null && <span className="trace-mark" data-testid="traced" title={say(`panel.traced-${view.traced}`)}><Icon name="trace" /><span className="only-heard">{say('panel.trace')}</span></span>}
      {view.private && <span className="private-mark" data-testid="private" title={say('panel.private-about')}><Icon name="private" /><span className="private-word">{say('panel.private-chip')}</span></span>}
      <span className="header-rest">
        <IconButton icon="compose" label={say('panel.new-conversation')} hint={keyed(say('panel.new-conversation'), 'N')} onClick={() => assistant.newConversation({ private: false })} data-testid="new-conversation" />
        <IconButton icon="history" label={say('common.history')} hint={keyed(say('common.history'), 'H')} onClick={() => assistant.openHistory()} data-testid="open-history" />
      </span>
      <MoreMenu view={view} assistant={assistant} openSettings={openSettings} listShortcuts={listShortcuts} isNarrow={isNarrow} />
      <IconButton icon="close" label={say('common.close')} hint={keyed(say('common.close'), 'W')} onClick={() => assistant.hidePanel()} data-testid="close-panel" />
    </header>
  )
}
