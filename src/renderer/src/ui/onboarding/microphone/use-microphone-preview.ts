import { useEffect, useState } from 'react'
import type { ErrorTag } from '../../../../../shared/errors/errors'
import type { MicrophoneSettings } from '../../../../../shared/audio/sound-settings'
import { every } from '../../../time/page-timers'
import type { MicrophonePreview } from './microphone-preview'

/** `silent`: it is open and gives nothing at all. `closed`: nobody looked for so long that it was let go. */
export type PreviewState = 'opening' | 'hears' | 'silent' | 'closed' | ErrorTag

/** One step of 16 bits, -90 dBFS: every microphone that works has more noise than that. */
const DEAD_PEAK = 10 ** (-90 / 20)
const DEAD_AFTER_MS = 5_000
/** The system shows that the microphone is on; a window that was left behind must not keep it so. */
const CLOSED_AFTER_MS = 120_000
const TICK_MS = 100

interface UsedPreview {
  readonly state: PreviewState
  readonly openAgain: () => void
}

/** Holds the microphone open while the screen is there. */
export function useMicrophonePreview(preview: MicrophonePreview, choice: MicrophoneSettings): UsedPreview {
  const [state, setState] = useState<PreviewState>('opening')
  const [openings, setOpenings] = useState(0)
  const chosen = JSON.stringify(choice)
  useEffect(() => {
    let unwatch = (): void => undefined
    let wanted = true
    const show = (next: PreviewState) => wanted && setState(next)
    const microphone: MicrophoneSettings = JSON.parse(chosen)
    void preview.open(microphone).then((failure) => {
      show(failure ?? 'hears')
      if (wanted && failure === null) unwatch = watch(preview, show)
    })
    return () => {
      wanted = false
      unwatch()
      preview.close()
    }
  }, [preview, chosen, openings])
  return {
    state,
    openAgain: () => {
      setState('opening')
      setOpenings((count) => count + 1)
    },
  }
}

function watch(preview: MicrophonePreview, show: (state: PreviewState) => void): () => void {
  const opened = performance.now()
  let alive = opened
  const end = every(TICK_MS, () => {
    const now = performance.now()
    if (preview.peak() > DEAD_PEAK) alive = now
    show(now - alive >= DEAD_AFTER_MS ? 'silent' : 'hears')
    if (now - opened < CLOSED_AFTER_MS) return
    end()
    preview.close()
    show('closed')
  })
  return end
}
