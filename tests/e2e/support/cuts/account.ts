import type { SessionReport } from '../../../support/practice/session-report'
import type { App } from '../app/app'
import { type HistoryFile, type KeptDraft, untilLedgerClosed } from '../history/history-file'
import type { PracticeApp } from '../app/practice-app'
import { type SentSegment, sentSegments } from '../talk/sent-segments'
import type { Mark } from '../app/trace'

/** One turn of the talk, by what the microphone, the wire, the server and the database say. */
export interface Turn {
  readonly id: string
  /** By the microphone's own count. */
  readonly captured: number
  /** As it went to a server whole; null: it never did. */
  readonly whole: Buffer | null
  readonly segments: readonly SentSegment[]
  readonly answer: Answer | null
  /** How often its answer began to be heard. */
  readonly answers: number
}

export interface Answer {
  readonly item: string
  /** The number in its text; null: not even the first word came. */
  readonly number: number | null
  /** Samples rendered, and since when that is certain. */
  readonly heard: number
  readonly settledAt: number
}

export interface Account {
  readonly app: App
  /** Before the talk. */
  readonly since: number
  readonly turns: readonly Turn[]
  /** Of this talk, oldest first. */
  readonly sessions: readonly SessionReport[]
  /** When each session began, by the clock of the marks. */
  readonly begunAt: readonly number[]
  readonly file: HistoryFile
  readonly drafts: readonly KeptDraft[]
}

const sessionIdOf = (event: { readonly [field: string]: unknown }): unknown => {
  const session = event['session']
  return typeof session === 'object' && session !== null && 'id' in session ? session.id : null
}

/** `since`: before the talk; `before`: sessions of the server that were there already. */
export async function accountOf({ app, practice }: PracticeApp, since: number, before: number): Promise<Account> {
  const file = await untilLedgerClosed(app)
  const segments = sentSegments(app)
  const closed = app.trace.marks('captureClosed').filter(({ at }) => at > since)
  const begun = app.trace.wire('session.created').filter(({ event }) => practice.sessions.some(({ id }) => id === sessionIdOf(event)))
  return {
    app,
    since,
    turns: closed.map((mark) => turnOf(app, mark, segments)),
    sessions: practice.sessions.slice(before),
    begunAt: practice.sessions.slice(before).map(({ id }) => begun.find(({ event }) => sessionIdOf(event) === id)?.at ?? Number.POSITIVE_INFINITY),
    file,
    drafts: file.drafts,
  }
}

function turnOf(app: App, closed: Mark, all: readonly SentSegment[]): Turn {
  const id = String(closed['turn'])
  const segments = all.filter(({ turn }) => turn === id)
  const answers = app.trace.marks('firstDelta').filter(({ turn }) => turn === id)
  return {
    id,
    captured: Number(closed['samples']),
    whole: segments.findLast(({ committed }) => committed)?.pcm ?? null,
    segments,
    answer: answerOf(app, answers.at(-1)),
    answers: answers.length,
  }
}

function answerOf({ trace }: App, begun: Mark | undefined): Answer | null {
  if (begun === undefined) return null
  const item = String(begun['item'])
  const end = trace.marks().find((mark) => mark['item'] === item && (mark.name === 'playbackDrained' || mark.name === 'cut'))
  const words = trace.wire('response.output_audio_transcript.delta').filter(({ event }) => event['item_id'] === trace.wireOf(item)).map(({ event }) => String(event['delta']))
  const number = /^A(\d+)/.exec(words.join(''))?.[1]
  return { item, number: number === undefined ? null : Number(number), heard: Number(end?.['heardSamples'] ?? 0), settledAt: end?.at ?? Number.POSITIVE_INFINITY }
}
