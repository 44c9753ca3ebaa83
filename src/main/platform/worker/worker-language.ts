import { readLanguage } from '../../../shared/words/language'
import { speak } from '../../../shared/words/say'

/** First of all in a worker: what it says is read by the person who reads main's words. */
export function speakAsMain(workerData: unknown): void {
  const given = typeof workerData === 'object' && workerData !== null && 'language' in workerData ? workerData.language : ''
  speak(readLanguage(typeof given === 'string' ? given : ''))
}
