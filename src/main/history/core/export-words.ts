import type { CallAccount, ToolCall } from '../../../shared/conversation'
import { placeWords } from '../../../shared/text/place-words'
import { say } from '../../../shared/words/say'
import type { StoredItem } from '../../../shared/history'
import type { ExportedConversation } from './export-layout'

/** Words that the readable exports share. */

/** `2026-03-01 14:03 UTC`: the same wherever and by whomever it is read. */
const moment = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

export const timeOf = (at: number): string => new Date(at).toISOString().slice(11, 16)

export const titleOf = ({ title }: ExportedConversation): string => (title === '' ? say('exports.untitled') : title.replace(/\s+/gu, ' '))

export const lineUnderTitle = ({ startedAt, endpointName, items }: ExportedConversation): string =>
  say('exports.under-title', { when: moment(startedAt), server: endpointName, messages: items })

export const speakerOf = ({ role }: StoredItem): string => say(role === 'user' ? 'exports.you' : 'exports.assistant')

/** One line an image, in brackets; the images themselves are in a JSON export only. */
export const imageWords = ({ images = [] }: StoredItem): string =>
  images.map(({ width, height }) => say('exports.image', { width: String(width), height: String(height) })).join('\n')

/** Who allowed a call that Parley did, and what came of it; empty where nothing is known. */
export function accountWords({ account }: ToolCall): string {
  if (account === undefined) return ''
  const { approval, outcome, elapsedMs } = account
  return [say(`exports.approval-${approval}`), say(`exports.outcome-${outcome}`), ...(elapsedMs === null ? [] : [say('exports.took', { seconds: (elapsedMs / 1_000).toFixed(1) })]), ...passageWords(account)].join(', ')
}

/** The files an answer may rest on, by the names that the model was given. */
function passageWords({ passages }: CallAccount): readonly string[] {
  if (passages === undefined) return []
  return passages.length === 0 ? [say('exports.nothing-found')] : [say('exports.given', { passages: passages.map((passage) => `${passage.cite}: ${placeWords(passage)}`).join('; ') })]
}

/** What a reader should know besides the words; empty when all went well. */
export function noteOn({ status, text, kind, ended }: StoredItem): string {
  if (ended !== undefined) return say(`exports.ended-${ended}`)
  if (status === 'interrupted') return say('exports.interrupted')
  if (status === 'failed') return say('exports.failed')
  if (status === 'in-progress') return say('exports.in-progress')
  return text.trim() === '' && kind === 'speech' ? say('exports.no-transcript') : ''
}
