import type { CallAccount, EarlyEnd, ToolCall } from '../../../shared/conversation'
import { placeWords } from '../../../shared/text/place-words'
import type { StoredItem } from '../../../shared/history'
import type { ExportedConversation } from './export-layout'

/** Words that the readable exports share. */

/** `2026-03-01 14:03 UTC`: the same wherever and by whomever it is read. */
const moment = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

export const timeOf = (at: number): string => new Date(at).toISOString().slice(11, 16)

export const titleOf = ({ title }: ExportedConversation): string => (title === '' ? 'Untitled conversation' : title.replace(/\s+/gu, ' '))

export const lineUnderTitle = ({ startedAt, endpointName, items }: ExportedConversation): string =>
  `${moment(startedAt)} · ${endpointName} · ${String(items)} ${items === 1 ? 'message' : 'messages'}`

export const speakerOf = ({ role }: StoredItem): string => (role === 'user' ? 'You' : 'Assistant')

/** One line an image, in brackets; the images themselves are in a JSON export only. */
export const imageWords = ({ images = [] }: StoredItem): string =>
  images.map(({ width, height }) => `[image, ${String(width)} × ${String(height)}]`).join('\n')

const APPROVED: Readonly<Record<CallAccount['approval'], string>> = {
  'not-asked': 'needs no permission',
  held: 'allowed by holding the key',
  clicked: 'allowed by holding the button',
  always: 'allowed before',
  denied: 'not allowed',
  withdrawn: 'stopped before you answered',
  'timed-out': 'not answered',
}

/** Who allowed a call that Parley did, and what came of it; empty where nothing is known. */
export function accountWords({ account }: ToolCall): string {
  if (account === undefined) return ''
  const { approval, outcome, elapsedMs } = account
  const ended = outcome === 'open' ? 'in the background' : outcome === 'not-run' ? 'not done' : outcome
  return [APPROVED[approval], ended, ...(elapsedMs === null ? [] : [`${(elapsedMs / 1_000).toFixed(1)} s`]), ...passageWords(account)].join(', ')
}

/** The files an answer may rest on, by the names that the model was given. */
function passageWords({ passages }: CallAccount): readonly string[] {
  if (passages === undefined) return []
  return passages.length === 0 ? ['nothing found'] : [`given ${passages.map((passage) => `${passage.cite}: ${placeWords(passage)}`).join('; ')}`]
}

const ENDED: Readonly<Record<EarlyEnd, string>> = { length: 'ended at the length limit', connection: 'ended as the connection was lost', server: 'stopped by the server' }

/** What a reader should know besides the words; empty when all went well. */
export function noteOn({ status, text, kind, ended }: StoredItem): string {
  if (ended !== undefined) return ENDED[ended]
  if (status === 'interrupted') return 'interrupted'
  if (status === 'failed') return 'failed'
  if (status === 'in-progress') return 'not finished'
  return text.trim() === '' && kind === 'speech' ? 'no transcript' : ''
}
