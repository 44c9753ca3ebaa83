import { firstCharacters } from '../../../shared/text/characters'
import { isFields } from '../session/fields'
import { textIn, type ItemRecord } from '../items/conversation'
import { answerTo } from './echo-response'
import { hum } from './melody'
import type { Asked } from './response-request'
import type { Speech } from '../script/script'

const MAX_CHARACTERS = 600
const HEAD = 'Summary: '
const BETWEEN = ' / '

/** Whole words as far as they fit; of the first word as much as fits. */
const firstWords = (text: string, characters: number): string => {
  const clean = text.replace(/\s+/g, ' ').trim()
  if (clean.length <= characters) return clean
  const cut = clean.slice(0, characters + 1)
  return cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : firstCharacters(clean, characters)
}

/** Room for each text, at most a short sentence; never so little that nothing could be told apart. */
const shareOf = (count: number): number => Math.min(60, Math.max(8, Math.floor((MAX_CHARACTERS - HEAD.length) / count) - BETWEEN.length))

/** Practice understands nothing: it says the first words of everything it was given, so that a test sees what went in. */
const summaryOf = (records: readonly ItemRecord[]): string => {
  const texts = records.map(textIn).filter((text) => text !== '')
  if (texts.length === 0) return `${HEAD}nothing.`
  return firstCharacters(HEAD + texts.map((text) => firstWords(text, shareOf(texts.length))).join(BETWEEN), MAX_CHARACTERS)
}

const isSummary = (metadata: unknown): boolean => isFields(metadata) && metadata['purpose'] === 'summary'

export const outOfBandAnswer = ({ request, heard, read }: Asked): Speech => {
  if (!isSummary(request.metadata)) return answerTo(heard)
  const transcript = summaryOf(read)
  return { transcript, audio: request.modality === 'audio' ? hum(transcript) : Buffer.alloc(0) }
}
