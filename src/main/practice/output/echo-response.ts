import { firstCharacters } from '../../../shared/text/characters'
import type { ItemRecord } from '../items/conversation'
import { imageSentence } from '../input/image-input'
import { hum } from './melody'
import type { Speech } from '../script/script'

export const secondsOf = (bytes: number): string => (bytes / 48_000).toFixed(1)

const GREETING = 'This is practice mode. Speak, and you will hear yourself.'
const STILL_THERE = 'Are you still there?'
const MAX_SPOKEN_CHARACTERS = 400

export const isUser = (record: ItemRecord): boolean => record.item.role === 'user'
export const isToolOutput = (record: ItemRecord): boolean => record.item.type === 'function_call_output'

export const textOf = (record: ItemRecord): string =>
  (record.item.content ?? [])
    .map((part) => part.text ?? '')
    .filter((text) => text !== '')
    .join(' ')

const speechOf = (text: string): Speech => {
  const transcript = firstCharacters(text, MAX_SPOKEN_CHARACTERS)
  return { transcript, audio: hum(transcript) }
}

/** The user's own samples, unchanged: no resampling, no gain, no silence added. */
const echo = (records: readonly ItemRecord[]): Speech => {
  const audio = Buffer.concat(records.flatMap((record) => record.audio))
  return { transcript: `You said ${secondsOf(audio.byteLength)} seconds.`, audio }
}

const seen = (records: readonly ItemRecord[]): readonly string[] => records.flatMap((record) => record.images.map(imageSentence))

const outputsIn = (records: readonly ItemRecord[]): string => {
  const outputs = records.filter(isToolOutput).map(({ item }) => item.output ?? '')
  return outputs.length === 0 ? '' : `The tool${outputs.length === 1 ? '' : 's'} answered: ${outputs.join('; ')}`
}

const joined = (...sentences: readonly string[]): string => sentences.filter((sentence) => sentence !== '').join(' ')

/**
 * The practice answer. `heard` = the items no response has taken into account yet, oldest first. What came last decides the manner: speech
 * is echoed (all of it), text and tool results are repeated with a hum as their voice, nothing at all earns a greeting. Of images it
 * tells the size, before the rest; to speech only in the transcript, so that the sound stays the person's own.
 */
export const answerTo = (heard: readonly ItemRecord[]): Speech => {
  const last = heard.findLast((record) => isUser(record) || isToolOutput(record))
  if (last === undefined) return speechOf(GREETING)
  if (isToolOutput(last)) return speechOf(outputsIn(heard))
  const spoken = heard.filter((record) => isUser(record) && record.audio.length > 0)
  const pictures = seen(heard)
  if (last.audio.length === 0 || spoken.length === 0) return speechOf(joined(outputsIn(heard), ...pictures, textOf(last)))
  const echoed = echo(spoken)
  return { ...echoed, transcript: joined(...pictures, echoed.transcript) }
}

export const answerToSilence = (): Speech => speechOf(STILL_THERE)

/** The answer to a question that was not there yet. */
export const nothingHeard = (): Speech => speechOf('You said nothing.')

export const ownRemark = (): Speech => speechOf('One moment.')
