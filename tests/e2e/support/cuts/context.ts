import { createHash } from 'node:crypto'
import type { ContextItem } from '../../../support/practice/context-view'
import { secondsOf } from '../../../../src/main/practice/output/echo-response'
import type { SessionReport } from '../../../support/practice/session-report'
import type { Account, Answer, Turn } from './account'
import { answerSamples, answerText } from './script'

/** A turn as a session knows it: which one it is, and what is wrong about it. */
interface Known {
  readonly user: ContextItem
  readonly answers: readonly ContextItem[]
}

/** What the endpoint heard or said itself it names itself; nothing is typed in these talks, so that all else was told. */
export const isTold = ({ id }: Pick<ContextItem, 'id'>): boolean => !id.startsWith('item_')

export const sha256 = (pcm: Buffer): string => createHash('sha256').update(pcm).digest('hex')

/** Each thing the person said, with the answers behind it. */
export function knownTurns({ context }: SessionReport): readonly Known[] {
  const turns: { user: ContextItem; answers: ContextItem[] }[] = []
  for (const item of context) {
    if (item.role === 'user') turns.push({ user: item, answers: [] })
    else if (item.role === 'assistant') turns.at(-1)?.answers.push(item)
  }
  return turns
}

/** The item is this turn: its very samples, heard or told, or the words the server made of them. */
export function isSpeechOf(turn: Turn, user: ContextItem, session: SessionReport): boolean {
  if (turn.whole === null) return false
  if (isTold(user) && user.text !== '') return user.text === `(${secondsOf(turn.whole.byteLength)} seconds of speech)`
  return session.answered.some(({ itemId, sha256: digest }) => itemId === user.id && turn.whole !== null && digest === sha256(turn.whole))
}

/** What a session may say of an answer: the words that were heard, give or take the one that was being spoken. */
export function wrongAbout(answer: Answer, item: ContextItem, settled: boolean): string | null {
  if (answer.number === null) return item.text === '' ? null : `says "${item.text}" though no word came`
  const words = answerText(answer.number).split(' ')
  const whole = answerSamples(answer.number)
  const heardWords = (words.length * answer.heard) / whole
  if (item.heardMs !== null) return item.heardMs === Math.floor(answer.heard / 24) ? null : `is cut at ${String(item.heardMs)} ms, heard were ${String(answer.heard / 24)}`
  const said = item.text === '' ? [] : item.text.split(' ')
  if (said.some((word, index) => word !== words[index])) return `says "${item.text}" instead of "${words.join(' ')}"`
  if (said.length < Math.floor(heardWords)) return `says only "${item.text}" though ${heardWords.toFixed(1)} words were heard`
  return settled && said.length > Math.ceil(heardWords) + 1 ? `says "${item.text}" though only ${heardWords.toFixed(1)} words were heard` : null
}

const isAnswered = ({ answer }: Turn, told: readonly ContextItem[]): boolean =>
  told.some(({ text }) => answer !== null && answer.number !== null && text.startsWith(`A${String(answer.number)} `))

/** The turns that the last session knows, in their order; what else it knows is told. */
export function placed({ turns }: Account, session: SessionReport): { readonly found: readonly Turn[]; readonly wrong: readonly string[] } {
  const wrong: string[] = []
  const found: Turn[] = []
  for (const { user, answers } of knownTurns(session)) {
    const from = turns.indexOf(found.at(-1) ?? ({} as Turn)) + 1
    // Told in words, a sentence is known by its length alone, which another may have as well: then the answer tells them apart.
    const same = turns.slice(from).filter((each) => isSpeechOf(each, user, session))
    const turn = same.find((each) => isAnswered(each, answers)) ?? same[0]
    if (turn === undefined) wrong.push(`${user.id} "${user.text}" is no turn behind ${found.at(-1)?.id ?? 'the beginning'}`)
    else found.push(turn)
  }
  return { found, wrong }
}
