import { say } from '../../../../../../shared/words/say'
import type { Words } from '../../../../../../shared/words/words'

const SPEEDS = [0.75, 1, 1.25, 1.5] as const

export const speedWords = (speed: number): Words => say('panel.speed', { speed })

/** What is chosen stands among them, also where the settings have something in between. */
export const speedsWith = (speed: number): readonly number[] => [...new Set([...SPEEDS, speed])].sort((one, other) => one - other)
