import type { SessionFact } from '../../../src/main/practice/session/observer'
import type { WireItem, WireResponse } from '../../../src/main/practice/session/wire'
import { isFields, type Fields } from '../../../src/main/practice/session/fields'

/** A question, up to the next one. What comes before any question belongs to one with an empty id. */
export interface RequestedTurn {
  /** The last item of the question. */
  itemId: string
  /** `response.create`s for the conversation, refused ones included; none where voice detection asked. */
  creates: number
  /** Of the calls it led to: names, in order. */
  readonly calls: string[]
  /** As they came, whatever the turn of their call. */
  readonly outputs: string[]
}

const isForConversation = ({ response }: Fields): boolean => !isFields(response) || response['conversation'] !== 'none'

const isPictureOnly = ({ content = [] }: WireItem): boolean => content.every(({ type }) => type === 'input_image')

/** Counts what a client asked for, turn by turn. */
export class RequestNotes {
  readonly turns: RequestedTurn[] = []
  #isAsked = true
  #brings: 'question' | 'outputs' = 'question'

  hear(fact: SessionFact): void {
    if (fact.kind === 'committed') this.#question(fact.itemId)
    if (fact.kind === 'created') this.#created(fact.item)
    if (fact.kind === 'received' && fact.type === 'response.create' && isForConversation(fact.fields)) this.#requested()
    if (fact.kind === 'begun' && fact.heard !== null) this.#isAsked = true
    if (fact.kind === 'ended') this.#ended(fact.response)
  }

  get #turn(): RequestedTurn {
    return this.turns.at(-1) ?? this.#begin('')
  }

  #begin(itemId: string): RequestedTurn {
    const turn: RequestedTurn = { itemId, creates: 0, calls: [], outputs: [] }
    this.turns.push(turn)
    this.#isAsked = false
    return turn
  }

  #question(itemId: string): void {
    this.#brings = 'question'
    if (this.#isAsked) this.#begin(itemId)
    else this.#turn.itemId = itemId
  }

  #created(item: WireItem): void {
    if (item.type === 'function_call_output') {
      this.#brings = 'outputs'
      this.#turn.outputs.push(item.output ?? '')
    }
    // A picture behind an output is the rest of it.
    if (item.role === 'user' && !(this.#brings === 'outputs' && isPictureOnly(item))) this.#question(item.id)
  }

  #requested(): void {
    this.#turn.creates += 1
    this.#isAsked = true
  }

  #ended({ output, conversation_id: conversation }: WireResponse): void {
    if (conversation !== null) this.#turn.calls.push(...output.flatMap(({ type, name }) => (type === 'function_call' ? [name ?? ''] : [])))
  }
}
