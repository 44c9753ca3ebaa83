import { Menu as Base } from '@base-ui/react/menu'
import { useState } from 'react'
import type { DeviceLists } from '../../../../../../shared/audio/sound-settings'
import type { Levels } from '../../../../../../shared/audio/levels'
import { errorWords } from '../../../../../../shared/errors/error-words'
import type { AssistantApi } from '../../../../../../shared/ipc/apis/assistant-api'
import type { AssistantView } from '../../../../../../shared/view'
import { say } from '../../../../../../shared/words/say'
import { Icon } from '../../../parts/icon'
import { useToast } from '../../../parts/layers/toasts'
import { useLayerHost } from '../../../parts/layers/use-layer-host'
import { inUse, presentIn } from '../../../settings/fields/device-order'
import { MicrophoneLevel } from './microphone-level'
import '../../../parts/controls/popup.css'

interface MicrophoneMenuProps {
  readonly view: AssistantView
  readonly devices: DeviceLists
  readonly levels: Levels
  readonly assistant: Pick<AssistantApi, 'changeSettings' | 'previewMicrophone'>
}

const SYSTEM = 'system'

/** Which microphone hears, and how loud it is; another one is a click away. */
export function MicrophoneMenu({ view, devices: { microphones, systemMicrophone }, levels, assistant }: MicrophoneMenuProps) {
  const host = useLayerHost()
  const toast = useToast()
  const [open, setOpen] = useState(false)
  const preference = view.settings.microphone
  const name = inUse(preference, microphones, systemMicrophone)?.label ?? say('panel.microphone')
  const first = preference.followSystem ? undefined : preference.preferred[0]
  const choose = async (id: string) => {
    const device = microphones.find((each) => each.id === id)
    const answer = await assistant.changeSettings({ microphone: { device: device === undefined ? { kind: 'follow-system' } : { kind: 'prefer', device: { id, label: device.label } } } })
    if (!answer.ok) toast(errorWords(answer.error.tag))
  }
  return (
    <Base.Root modal={false} open={open} onOpenChange={setOpen}>
      <Base.Trigger className="microphone-button" aria-label={say('panel.microphone-named', { name })} title={name} data-testid="microphone">
        <Icon name="microphone" />
        <bdi className="microphone-name">{name}</bdi>
        <Icon name="chevron-down" />
      </Base.Trigger>
      <Base.Portal container={host}>
        <Base.Positioner className="popup-layer" side="top" sideOffset={4} align="start" collisionPadding={6}>
          <Base.Popup className="popup popup-list" aria-label={say('panel.microphone')}>
            <Base.RadioGroup value={first === undefined ? SYSTEM : (presentIn(microphones, first)?.id ?? '')} onValueChange={(id: string) => void choose(id)}>
              <Device id={SYSTEM} words={systemMicrophone === null ? say('settings.device-default') : say('settings.device-default-named', { device: systemMicrophone.label })} />
              {microphones.map(({ id, label }) => <Device key={id} id={id} words={label} />)}
            </Base.RadioGroup>
            <MicrophoneLevel levels={levels} preview={view.phase === 'idle' && view.mode === 'hold'} previewMicrophone={assistant.previewMicrophone} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function Device({ id, words }: { readonly id: string; readonly words: string }) {
  return (
    <Base.RadioItem value={id} closeOnClick className="popup-row" data-testid="microphone-choice">
      <span className="popup-tick"><Base.RadioItemIndicator><Icon name="check" /></Base.RadioItemIndicator></span>
      <span>{words}</span>
    </Base.RadioItem>
  )
}
