import { Menu as Base } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import type { PanelSettingsApi } from '../../../../../shared/ipc/settings'
import { isModelOffer, isVoiceOffer } from '../../../../../shared/settings/panel'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { OfferRows } from '../../parts/controls/offer-rows'
import type { OpenSettings } from '../../parts/cured-in-settings'
import { useLayerHost } from '../../parts/layers/use-layer-host'
import { AssistantButton } from './assistant-button'
import { offersShown } from './offers-shown'
import { useChange } from './use-change'
import './assistant-menu.css'

interface AssistantMenuProps {
  readonly view: AssistantView
  readonly assistant: PanelSettingsApi
  readonly openSettings: OpenSettings
}

/** Who answers, and with which voice: another one answers from now on. */
export function AssistantMenu({ view, assistant, openSettings }: AssistantMenuProps) {
  const host = useLayerHost()
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={<AssistantButton view={view} />} />
      <Base.Portal container={host}>
        <Base.Positioner className="popup-layer" sideOffset={4} align="start" collisionPadding={6}>
          <Base.Popup className="popup popup-list assistant-list" aria-label={say('settings.assistant')}>
            {view.settings.endpoint.kind === 'practice' ? <EchoRows openSettings={openSettings} /> : <Rows view={view} assistant={assistant} openSettings={openSettings} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** Nobody answers there but the person's own voice. */
function EchoRows({ openSettings }: Pick<AssistantMenuProps, 'openSettings'>) {
  return (
    <>
      <p className="popup-note">{say('panel.echo-test-answers')}</p>
      <Base.Item className="popup-row" onClick={() => openSettings('connection')} data-testid="leave-echo-test">{say('panel.connect-open-ai')}</Base.Item>
    </>
  )
}

function Rows({ view: { settings }, assistant, openSettings }: AssistantMenuProps) {
  const change = useChange(assistant)
  const { models, voices } = offersShown(settings)
  return (
    <>
      <Part title={say('settings.model')}>
        <OfferRows name="model" value={settings.model} offers={models} choose={(model) => isModelOffer(model) && change({ model })} />
        <Base.Item className="popup-row" onClick={() => openSettings('assistant')} data-testid="other-model">{say('settings.custom')}</Base.Item>
      </Part>
      <Base.Separator className="popup-line" />
      <Part title={say('settings.voice')}>
        <OfferRows name="voice" value={settings.voice} offers={voices} choose={(voice) => isVoiceOffer(voice) && change({ voice })} />
        <Base.Item className="popup-row" onClick={() => openSettings('voice')} data-testid="other-voice">{say('panel.all-voices')}</Base.Item>
      </Part>
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="popup-title">{title}</Base.GroupLabel>
      {children}
    </Base.Group>
  )
}
