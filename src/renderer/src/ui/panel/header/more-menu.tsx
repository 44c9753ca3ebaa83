import { Menu as Base } from '@base-ui/react/menu'
import { useState } from 'react'
import type { AssistantApi } from '../../../../../shared/ipc/apis/assistant-api'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { IconButton } from '../../parts/controls/button'
import type { OpenSettings } from '../../parts/cured-in-settings'
import { Icon, type IconName } from '../../parts/icon'
import { useLayerHost } from '../../parts/layers/use-layer-host'
import { commandKey } from '../command-key'
import { ToolRows } from './tool-rows'
import { useChange } from './use-change'
import '../../parts/controls/popup.css'

export interface MoreMenuProps {
  readonly view: AssistantView
  readonly assistant: Pick<AssistantApi, 'newConversation' | 'openHistory' | 'chooseTools' | 'stopTools' | 'changeSettings'>
  readonly openSettings: OpenSettings
  readonly listShortcuts: () => void
  /** Whether the header has no room for what else stands in it. */
  readonly isNarrow: () => boolean
}

/** What is not wanted every day, and in a narrow panel all the rest. */
export function MoreMenu({ view, assistant, openSettings, listShortcuts, isNarrow }: MoreMenuProps) {
  const host = useLayerHost()
  const change = useChange(assistant)
  const [narrow, setNarrow] = useState(false)
  return (
    <Base.Root modal={false} onOpenChange={() => setNarrow(isNarrow())}>
      <Base.Trigger render={<IconButton icon="dots" label={say('panel.more')} data-testid="more" />} />
      <Base.Portal container={host}>
        <Base.Positioner className="popup-layer" sideOffset={4} align="end" collisionPadding={6}>
          <Base.Popup className="popup popup-list" aria-label={say('panel.more')}>
            {narrow && <Row icon="compose" words={say('panel.new-conversation')} keys={commandKey('N')} testId="more-new" choose={() => assistant.newConversation({ private: false })} />}
            <Row icon="private" words={say('panel.new-private')} more={say('panel.new-private-about')} keys={commandKey('Shift N')} testId="new-private" choose={() => assistant.newConversation({ private: true })} />
            {narrow && <Row icon="history" words={say('common.history')} keys={commandKey('H')} testId="more-history" choose={() => assistant.openHistory()} />}
            <Base.CheckboxItem className="popup-row" checked={view.settings.keepOnTop} onCheckedChange={(keepOnTop) => change({ keepOnTop })} closeOnClick data-testid="keep-on-top">
              <Icon name="on-top" />
              <span>{say('settings.keep-on-top')}</span>
              <Base.CheckboxItemIndicator className="popup-end"><Icon name="check" /></Base.CheckboxItemIndicator>
            </Base.CheckboxItem>
            <Base.Separator className="popup-line" />
            <ToolRows tools={view.tools} assistant={assistant} />
            <Base.Separator className="popup-line" />
            <Row icon="keyboard" words={say('panel.shortcuts')} keys="?" testId="open-shortcuts" choose={listShortcuts} />
            <Row icon="gear" words={say('common.settings')} keys={commandKey(',')} testId="open-settings" choose={() => openSettings()} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface RowProps {
  readonly icon: IconName
  readonly words: string
  readonly more?: string
  /** What does the same. */
  readonly keys: string
  readonly testId: string
  readonly choose: () => void
}

function Row({ icon, words, more, keys, testId, choose }: RowProps) {
  return (
    <Base.Item className="popup-row" onClick={choose} data-testid={testId}>
      <Icon name={icon} />
      <span>
        {words}
        {more !== undefined && <small>{more}</small>}
      </span>
      <kbd className="popup-key">{keys}</kbd>
    </Base.Item>
  )
}
