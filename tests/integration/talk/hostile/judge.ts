import { SHOWN_CHARS } from '../../../../src/main/talk/core/conversation/shown-part'
import { TUNING } from '../../../../src/main/talk/core/turn/tuning'
import type { FunctionCall } from '../../../../src/main/talk/extension'
import type { ConversationItem } from '../../../../src/shared/conversation'
import type { CallId, ItemId } from '../../../../src/shared/ids'
import type { AssistantView, TurnPhase } from '../../../../src/shared/view'
import { wordsOf } from './answer-run'
import type { HonestPage } from './page'
import type { Answer, Request } from './server-session'

/** From a deed of the person to its effect at the loudspeaker: two ways over a port. */
const EFFECT_MS = 120
/** Behind a bound: the quanta it takes to be seen. */
const SLACK_MS = 1_500

const BOUNDS: Readonly<Partial<Record<TurnPhase, number>>> = {
  opening: TUNING.openingBoundMs,
  closing: TUNING.closingBoundMs,
  listening: TUNING.longestTurnMs,
  acting: TUNING.actingBoundMs,
}
/** The longest of the silences that main may wait out while a server owes it something. */
const OWED_MS = 125_000

export interface Look {
  readonly now: number
  readonly view: AssistantView
  readonly items: readonly ConversationItem[]
  readonly escapeWatched: boolean
  /** When the server last sent anything. */
  readonly serverAt: number
}

/** Holds a run against what must be true of every run. */
export class Judge {
  readonly faults: string[] = []
  readonly answers: Answer[] = []
  readonly #open: Request[] = []
  readonly #adopted = new Set<number>()
  readonly #forbidden = new Map<number, number>()
  readonly #finished = new Map<string, ConversationItem>()
  /** Shown with words while they grew, and which words last. */
  readonly #grown = new Map<string, string>()
  /** Spoken questions, in the order in which they appeared. */
  readonly #spoken: string[] = []
  readonly #successors = new Map<string, string>()
  readonly #rung = new Map<ItemId, CallId>()
  #clipsEndAt = Number.POSITIVE_INFINITY
  #phase: { readonly name: TurnPhase; readonly since: number } = { name: 'idle', since: 0 }
  #sounds = { since: 0, on: false }
  #microphone = { since: 0, on: false }
  #silentSince = 0
  freely = false

  constructor(private readonly page: HonestPage) {}

  fault(kind: string, more = ''): void {
    if (!this.faults.some((each) => each.startsWith(kind))) this.faults.push(more === '' ? kind : `${kind}: ${more}`)
  }

  /** Main has asked before it could hear of what is `running`, and may take that for its own until it is told otherwise. */
  asked(request: Request, running: Answer | null): void {
    this.#open.push(request)
    if (running === null) return
    this.#adopted.add(running.mark)
    this.#forbidden.delete(running.mark)
  }

  /** Now main can tell: what the server said by itself is the answer to nothing, unless something else is asked. */
  refused(request: Request, now: number): void {
    request.finished = true
    request.annulled = true
    if (this.#open.some(({ annulled, finished }) => !annulled && !finished)) return
    for (const answer of this.answers) {
      if (answer.request !== null || !this.#adopted.delete(answer.mark)) continue
      this.#forbidden.set(answer.mark, now)
    }
  }

  /** A press, an Escape, another question: no answer of before is wanted any more, and no clip. */
  annul(now: number): void {
    for (const request of this.#open) request.annulled = true
    this.#adopted.clear()
    for (const { mark } of this.answers) if (!this.#forbidden.has(mark)) this.#forbidden.set(mark, now)
    this.#clipsEndAt = now
  }

  /** A call may be run. */
  rings({ item, call }: FunctionCall): void {
    if (this.#rung.has(item) || [...this.#rung.values()].includes(call)) this.fault('a call is run twice', item)
    this.#rung.set(item, call)
  }

  modeChanged(): void {
    for (const request of this.#open) request.left = true
  }

  clipAsked(): void {
    this.#clipsEndAt = Number.POSITIVE_INFINITY
  }

  /** Announced while a question waits, it is the answer to that, as far as anybody can see. */
  announced({ mark }: Answer): void {
    if (this.#open.some(({ annulled, created }) => !annulled && !created)) this.#adopted.add(mark)
  }

  /** A piece of it is sent now. What main cannot tell from a wanted answer, it may play. */
  sounds({ mark, request, plan }: Answer, now: number): void {
    const wanted = request !== null && !request.annulled
    const told = plan.withResponseIds && (plan.created === 'first' || plan.created === 'twice')
    const confusable = this.#open.some((each) => !each.annulled && !each.finished && (!told || !each.created))
    if (confusable) this.#adopted.add(mark)
    if (wanted || this.#adopted.has(mark) || this.freely) this.#forbidden.delete(mark)
    else if (!this.#forbidden.has(mark)) this.#forbidden.set(mark, now)
  }

  evaluate(now: Look): void {
    this.#loudspeaker(now)
    this.#states(now)
    this.#owner(now)
    this.#succeed(now.items)
    for (const item of now.items) {
      if (item.status !== 'in-progress') this.#finished.set(item.id, item)
      else if (item.text !== '') this.#grown.set(item.id, item.text)
    }
  }

  /** A spoken question that is asked again in another session gets another bubble: the first goes when that is there, not before. */
  #succeed(items: readonly ConversationItem[]): void {
    const spoken = items.flatMap(({ id, role, kind }) => (role === 'user' && kind === 'speech' ? [id] : []))
    for (const id of spoken) if (!this.#spoken.includes(id)) this.#spoken.push(id)
    for (const id of this.#spoken) {
      if ((!this.#finished.has(id) && !this.#grown.has(id)) || this.#successors.has(id) || items.some((item) => item.id === id)) continue
      const taken = new Set(this.#successors.values())
      const next = this.#spoken.slice(this.#spoken.indexOf(id) + 1).find((later) => !taken.has(later) && spoken.includes(later as ItemId))
      this.#successors.set(id, next ?? 'nothing')
    }
  }

  #heir(id: string): string {
    const next = this.#successors.get(id)
    return next === undefined ? id : this.#heir(next)
  }

  /** At the end: what was shown as finished is shown and kept, once. */
  account({ items }: Pick<Look, 'items'>, kept: readonly ConversationItem[], questions: readonly string[]): void {
    for (const [id, then] of this.#finished) {
      const now = items.find((item) => item.id === this.#heir(id))
      if (now === undefined) this.fault('lost: shown as finished and gone', `${id} "${then.text.slice(0, 40)}"`)
      else if (!now.text.includes(then.text)) this.fault('lost: words of a finished item', `"${then.text.slice(0, 40)}" is now "${now.text.slice(0, 40)}"`)
    }
    for (const [id, words] of this.#grown) {
      const isThere = items.some((item) => item.id === this.#heir(id))
      if (!isThere && !this.#finished.has(id)) this.fault('lost: shown as it grew and gone', `${id} "${words.slice(0, 40)}"`)
    }
    for (const item of items) {
      if (item.status === 'in-progress') {
        this.fault('still in-progress at the end', `${item.id} ${item.role} ${item.kind} "${item.text.slice(0, 40)}"`)
        continue
      }
      const row = kept.find(({ id }) => id === item.id)
      if (row === undefined) this.fault('history: not written', `${item.id} "${item.text.slice(0, 40)}"`)
      // The page is given the first part of what is very long; the history has all of it.
      else if (!(item.text.length >= SHOWN_CHARS ? row.text.startsWith(item.text.slice(0, SHOWN_CHARS)) : row.text === item.text)) this.fault('history: other words', `"${row.text.slice(0, 40)}" for "${item.text.slice(0, 40)}"`)
    }
    for (const { id, tool } of items) if (this.#rung.has(id) && tool?.output === null) this.fault('a call has no answer at the end', id)
    for (const question of questions) this.#once(items, question, true)
    for (const { mark, told, plan, request } of this.answers) {
      const plain = plan.withResponseIds && plan.created === 'first' && plan.status === 'completed' && plan.dones.includes('response') && request?.created === true
      this.#once(items, wordsOf(mark), told && plain)
    }
  }

  #once(items: readonly ConversationItem[], words: string, needed: boolean): void {
    const count = items.filter(({ text }) => text.includes(words)).length
    if (count > 1) this.fault('doubled', `${String(count)} times "${words}"`)
    if (count === 0 && needed) this.fault('lost: never shown', `"${words}"`)
  }

  #loudspeaker({ now, view, escapeWatched }: Look): void {
    const { sounding } = this.page
    if ((sounding !== null) !== this.#sounds.on) this.#sounds = { on: sounding !== null, since: now }
    if (sounding === null) return
    this.#silentSince = now
    if (!escapeWatched && now - this.#sounds.since > EFFECT_MS) this.fault('Escape is not watched while something plays', `phase ${view.phase}, ${String(now)} ms, mark ${String(sounding.mark)}${sounding.clip ? ', a clip' : ''}`)
    if (sounding.clip) {
      if (now - this.#clipsEndAt > EFFECT_MS) this.fault('a clip goes on', `phase ${view.phase}`)
      return
    }
    const since = this.#forbidden.get(sounding.mark)
    if (since !== undefined && !this.freely && now - since > EFFECT_MS) this.fault('heard what nobody wants', `answer ${String(sounding.mark)}, ${String(now - since)} ms behind, phase ${view.phase}`)
  }

  #states({ now, view, serverAt }: Look): void {
    if (view.phase !== this.#phase.name) this.#phase = { name: view.phase, since: now }
    const forMs = now - this.#phase.since
    const bound = BOUNDS[view.phase]
    if (bound !== undefined && forMs > bound + SLACK_MS && view.mode === 'hold') this.fault(`stuck in ${view.phase}`)
    const owed = now - Math.max(this.#phase.since, serverAt, this.#silentSince)
    if ((view.phase === 'thinking' || view.phase === 'speaking') && owed > OWED_MS) this.fault(`stuck in ${view.phase}`, `${String(owed)} ms`)
    if (view.switching && now - serverAt > OWED_MS && forMs > OWED_MS) this.fault('stuck between the modes')
  }

  #owner({ now, view }: Look): void {
    const { isOpen } = this.page
    const due = view.phase === 'listening' && view.mode === 'hold'
    const wrong = (due && !isOpen) || (view.phase === 'idle' && view.mode === 'hold' && !view.switching && isOpen)
    if (wrong !== this.#microphone.on) this.#microphone = { on: wrong, since: now }
    if (wrong && now - this.#microphone.since > 500) this.fault('owner: the microphone does not belong to the turn', `phase ${view.phase}, open ${String(isOpen)}`)
  }
}
