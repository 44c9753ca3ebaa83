import { useCallback } from 'react'
import { LEVEL_READING_MS, type Levels } from '../../../../../shared/audio/levels'
import { followLoudness } from '../../../state/panel/loudness'

/** Two readings are one bar: more than fifteen pictures a second would be paid for by the frames of what streams in beside it. */
const READINGS_A_BAR = 2

/** What the microphone hears, for a wave or a meter to follow. */
export const useInputLevel = (levels: Levels) =>
  useCallback((listener: (level: number) => void) => followLoudness(levels, LEVEL_READING_MS * READINGS_A_BAR, ({ input }) => listener(input)), [levels])
