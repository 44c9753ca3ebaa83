import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import type { AssistantView } from '../../../../shared/view'
import { say } from '../../../../shared/words/say'
import { HotkeyField } from './fields/hotkey-field'
import type { Save } from './fields/save'

interface KeyFieldsProps {
  readonly view: AssistantView
  readonly assistant: Pick<AssistantApi, 'recordHotkey' | 'onKeysHeld'>
  readonly save: Save
}

export function KeyFields({ view, assistant, save }: KeyFieldsProps) {
  const { talk, mode, panel } = view.standardKeys
  return (
    <>
      <HotkeyField
        which="talk"
        label={say('settings.talk-key')}
        keyLabel={view.talkKeyLabel}
        hint={say(`settings.talk-key-${view.talkKeyStyle}`)}
        standard={talk}
        assistant={assistant}
        save={save}
      />
      <HotkeyField
        which="mode"
        label={say('settings.mode-key')}
        keyLabel={view.modeKeyLabel}
        hint={say('settings.mode-key-about')}
        standard={mode}
        assistant={assistant}
        save={save}
      />
      <HotkeyField
        which="panel"
        label={say('settings.panel-key')}
        keyLabel={view.panelKeyLabel}
        hint={say('settings.panel-key-about')}
        standard={panel}
        assistant={assistant}
        save={save}
      />
    </>
  )
}
