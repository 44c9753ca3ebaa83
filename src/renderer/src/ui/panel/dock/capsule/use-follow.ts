import { useCallback } from 'react'
import { LEVEL_READING_MS, type Levels } from '../../../../../../shared/audio/levels'
import { loudnessOf } from '../../../../state/panel/loudness'
import { every } from '../../../../time/page-timers'

/** Two readings are one bar: more than fifteen pictures a second would be paid for by the frames of what streams in beside it. */
const READINGS_A_BAR = 2

/** What the microphone hears, for a wave. */
export const useFollow = (levels: Levels) =>
  useCallback(
    (listener: (level: number) => void) => {
      const unwatch = levels.watch()
      const end = every(LEVEL_READING_MS * READINGS_A_BAR, () => listener(loudnessOf(levels.input.rms)))
      return () => {
        end()
        unwatch()
      }
    },
    [levels],
  )
