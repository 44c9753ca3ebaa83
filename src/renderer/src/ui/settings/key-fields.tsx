import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import type { AssistantView } from '../../../../shared/view'
import { HotkeyField } from './fields/hotkey-field'
import type { Save } from './fields/save'

interface KeyFieldsProps {
  readonly view: AssistantView
  readonly assistant: Pick<AssistantApi, 'recordHotkey' | 'onKeysHeld'>
  readonly save: Save
}

const TALK_HINTS: Readonly<Record<AssistantView['talkKeyStyle'], string>> = {
  hold: 'Works in every app. Hold it while you speak; in hands-free it mutes.',
  toggle: 'Your system reports no key release here: press once to start, again to stop.',
  none: 'No global talk key is at work now; use the button in the window.',
}

export function KeyFields({ view, assistant, save }: KeyFieldsProps) {
  const { talk, mode } = view.standardKeys
  return (
    <>
      <HotkeyField
        which="talk"
        label="Talk key"
        keyLabel={view.talkKeyLabel}
        hint={TALK_HINTS[view.talkKeyStyle]}
        standard={talk}
        assistant={assistant}
        save={save}
      />
      <HotkeyField
        which="mode"
        label="Hands-free key"
        keyLabel={view.modeKeyLabel}
        hint="Switches between hold to talk and hands-free."
        standard={mode}
        assistant={assistant}
        save={save}
      />
    </>
  )
}
