import { useEffect } from 'react'
import type { Levels } from '../../../../../../shared/audio/levels'
import type { AssistantApi } from '../../../../../../shared/ipc/apis/assistant-api'
import { LevelMeter } from '../../../parts/level-meter'
import { useInputLevel } from '../use-input-level'

interface MicrophoneLevelProps {
  readonly levels: Levels
  /** Nobody speaks: the microphone must be opened to be looked at, for as long as this is shown. */
  readonly preview: boolean
  readonly previewMicrophone: AssistantApi['previewMicrophone']
}

/** How loud the microphone is, below the choice of one. */
export function MicrophoneLevel({ levels, preview, previewMicrophone }: MicrophoneLevelProps) {
  const follow = useInputLevel(levels)
  useEffect(() => {
    if (!preview) return
    previewMicrophone(true)
    return () => previewMicrophone(false)
  }, [preview, previewMicrophone])
  return <div className="menu-level"><LevelMeter follow={follow} testId="microphone-level" /></div>
}
