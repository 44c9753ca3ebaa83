import { useEffect, useState } from 'react'
import type { ErrorTag } from '../../../../../shared/errors/errors'
import type { MicrophoneSettings } from '../../../../../shared/sound-settings'
import type { Ear } from './ear'

/** `silent`: it is open and gives nothing at all. `closed`: nobody looked for so long that it was let go. */
export type EarState = 'opening' | 'hears' | 'silent' | 'closed' | ErrorTag

/** One step of 16 bits, -90 dBFS: every microphone that works has more noise than that. */
const DEAD_PEAK = 10 ** (-90 / 20)
const DEAD_AFTER_MS = 5_000
/** The system shows that the microphone is on; a window that was left behind must not keep it so. */
const CLOSED_AFTER_MS = 120_000
const LOOK_MS = 100

interface UsedEar {
  readonly state: EarState
  readonly openAgain: () => void
}

/** Holds the ear open while the screen is there. */
export function useEar(ear: Ear, choice: MicrophoneSettings): UsedEar {
  const [state, setState] = useState<EarState>('opening')
  const [openings, setOpenings] = useState(0)
  const chosen = JSON.stringify(choice)
  useEffect(() => {
    let look: ReturnType<typeof setInterval> | undefined
    let wanted = true
    const show = (next: EarState) => wanted && setState(next)
    const microphone: MicrophoneSettings = JSON.parse(chosen)
    void ear.open(microphone).then((failure) => {
      show(failure ?? 'hears')
      if (wanted && failure === null) look = watch(ear, show)
    })
    return () => {
      wanted = false
      clearInterval(look)
      ear.close()
    }
  }, [ear, chosen, openings])
  return {
    state,
    openAgain: () => {
      setState('opening')
      setOpenings((count) => count + 1)
    },
  }
}

function watch(ear: Ear, show: (state: EarState) => void): ReturnType<typeof setInterval> {
  const opened = performance.now()
  let alive = opened
  const look = setInterval(() => {
    const now = performance.now()
    if (ear.peak() > DEAD_PEAK) alive = now
    show(now - alive >= DEAD_AFTER_MS ? 'silent' : 'hears')
    if (now - opened < CLOSED_AFTER_MS) return
    clearInterval(look)
    ear.close()
    show('closed')
  }, LOOK_MS)
  return look
}
