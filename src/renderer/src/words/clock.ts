import { createClockWords, englishOf } from './clock-words'

/** This page's clock. */
export const clock = createClockWords(englishOf(navigator.language))
