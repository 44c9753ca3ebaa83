import { Popover } from '@base-ui/react/popover'
import { useState } from 'react'
import type { PanelPatch } from '../../../../../../shared/settings/panel'
import type { Settings } from '../../../../../../shared/settings'
import { say } from '../../../../../../shared/words/say'
import { IconButton } from '../../../parts/controls/button'
import { Segments } from '../../../parts/controls/segments'
import { Slider } from '../../../parts/controls/slider'
import { useLayerHost } from '../../../parts/layers/use-layer-host'
import { speedsWith, speedWords } from './speeds'
import '../../../parts/controls/popup.css'

interface VolumeButtonProps {
  readonly settings: Pick<Settings, 'answerVolume' | 'speed'>
  readonly save: (patch: PanelPatch) => void
}

const percent = (share: number) => say('common.percent', { share })

/** The speed stands in it, too: in a narrow dock it has no button of its own. */
export function VolumeButton({ settings: { answerVolume, speed }, save }: VolumeButtonProps) {
  const host = useLayerHost()
  const [dragged, setDragged] = useState<number | null>(null)
  const settle = (volume: number) => {
    setDragged(null)
    save({ answerVolume: volume })
  }
  return (
    <Popover.Root>
      <Popover.Trigger render={<IconButton icon="sound" label={say('settings.answer-volume')} data-testid="volume" />} />
      <Popover.Portal container={host}>
        <Popover.Positioner className="popup-layer" side="top" sideOffset={4} align="end" collisionPadding={6}>
          <Popover.Popup className="popup voice-popup" aria-label={say('settings.answer-volume')} data-testid="volume-popup">
            <Slider name="dock-volume" label={say('settings.answer-volume')} value={dragged ?? answerVolume} min={0} max={1} step={0.05} words={percent} change={setDragged} settle={settle} />
            <p className="slider-label" aria-hidden="true">{say('panel.speed-when')}</p>
            <Segments name="dock-speed" label={say('panel.speed-when')} value={String(speed)} segments={speedsWith(speed).map((each) => ({ value: String(each), words: speedWords(each) }))} choose={(next) => save({ speed: Number(next) })} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
