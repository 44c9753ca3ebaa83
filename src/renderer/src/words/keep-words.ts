import { say } from '../../../shared/words/say'

const LEAST_MB = 10
const MOST_MB = 100_000

/** Of a limit of kept sound, as it was typed; null: nothing is wrong with it. */
export const limitProblem = (text: string): string | null =>
  /^\d+$/.test(text) && Number(text) >= LEAST_MB && Number(text) <= MOST_MB ? null : say('history.sound-limit-problem', { least: LEAST_MB, most: MOST_MB })
