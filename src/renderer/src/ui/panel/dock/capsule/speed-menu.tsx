import { Menu as Base } from '@base-ui/react/menu'
import type { PanelPatch } from '../../../../../../shared/settings/panel'
import { say } from '../../../../../../shared/words/say'
import { Icon } from '../../../parts/icon'
import { useLayerHost } from '../../../parts/layers/use-layer-host'
import { speedsWith, speedWords } from './speeds'
import '../../../parts/controls/popup.css'

interface SpeedMenuProps {
  readonly speed: number
  readonly save: (patch: PanelPatch) => void
}

export function SpeedMenu({ speed, save }: SpeedMenuProps) {
  const host = useLayerHost()
  return (
    <Base.Root modal={false}>
      <Base.Trigger className="speed-button" aria-label={say('panel.speed-now', { speed })} title={say('panel.speed-now', { speed })} data-testid="speed">{speedWords(speed)}</Base.Trigger>
      <Base.Portal container={host}>
        <Base.Positioner className="popup-layer" side="top" sideOffset={4} align="end" collisionPadding={6}>
          <Base.Popup className="popup popup-list" aria-label={say('settings.speed')}>
            <p className="voice-note">{say('panel.speed-when')}</p>
            <Base.RadioGroup value={speed} onValueChange={(next: number) => save({ speed: next })}>
              {speedsWith(speed).map((each) => (
                <Base.RadioItem key={each} value={each} closeOnClick className="popup-row" data-testid={`speed-${String(each)}`}>
                  <span className="popup-tick"><Base.RadioItemIndicator><Icon name="check" /></Base.RadioItemIndicator></span>
                  <span>{speedWords(each)}</span>
                </Base.RadioItem>
              ))}
            </Base.RadioGroup>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
