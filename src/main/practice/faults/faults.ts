import { QUIRK_DOCS } from '../personalities/quirks'
import { CUT_KINDS, CUT_MOMENTS, type CutFault } from './cuts'

/** Misbehaviour besides the cuts: name → what it does. A number in the text is the default of `=VALUE`. */
export const FAULT_DOCS = {
  'http-403': 'Refuses the handshake with HTTP 403 (unsupported country).',
  'http-429': 'Refuses the handshake with HTTP 429 (rate limited).',
  'http-503': 'Refuses the handshake with HTTP 503 (overloaded).',
  'slow-handshake': 'Waits VALUE ms (3000) before the 101.',
  'slow-session-created': 'Waits VALUE ms (3000) between the 101 and session.created.',
  'quota-on-connect': 'Answers the connect with error insufficient_quota and close 1008.',
  'half-open': 'From VALUE ms (0) after the connect on, neither reads nor writes, pongs included; ends with the fault.',
  'no-update-ack': 'Applies session.update but never sends session.updated.',
  'no-semantic-vad': 'Knows no turn detection but server_vad, as many servers of other makers.',
  'no-server-vad': 'Knows no turn detection but semantic_vad.',
  'bare-session': 'Refuses a session.update that says anything of voice, transcription or noise reduction, null included.',
  'conversation-created': 'Begins with conversation.created instead of session.created.',
  'other-clock': 'Its clock is VALUE s (3600) behind: the Date of the handshake and expires_at go by it.',
  'hears-things': 'Says that it hears speech, and never that it ends, behind each session.updated and response.done, whatever is set.',
  'nameless-errors': 'Errors name no event of the client: their event_id is empty.',
  'late-created': 'Announces a response only VALUE ms (20000) after it was asked for; nothing of it comes before.',
  'no-created': 'Never announces a response.',
  'no-response-ids': 'Leaves the id of the response out of all its events.',
  'no-ends': 'Ends no item and no part of an answer; response.done lists none.',
  'empty-deltas': 'Sends audio deltas without audio.',
  'empty-answer': 'Completes the response without any output.',
  'error-instead': 'Answers a response.create with an error (insufficient_quota) that names no event, and with nothing else.',
  'small-chunks': 'Cuts the answer into pieces of VALUE ms (10), and sends them all at once.',
  'late-deltas': 'Sends VALUE (2) more audio deltas of a cancelled response after its response.done.',
  'duplicate-events': 'Sends every event except deltas twice, with the same event_id.',
  'reordered-transcription': 'Holds the input transcription back until the answer is done, newest turn first.',
  'hears-yes': 'Takes whatever is said for "Yes, do it."',
  'failed-transcription': 'Sends input_audio_transcription.failed instead of completed.',
  'unknown-event': 'Mixes in event types and fields nobody has heard of.',
  'missing-optional-fields': 'Leaves out what a client may not count on: item.done, content parts, usage, rate limits, previous ids.',
  'odd-chunks': 'Cuts the answer at odd byte boundaries, so that samples are split over two deltas.',
  obfuscation: 'Adds an obfuscation field to every delta.',
  'early-rate-limits': 'Sends rate_limits.updated already at the beginning of a response.',
  'failed-rate-limit': 'Lets the response fail with rate_limit_exceeded, to be tried again in VALUE ms (1200).',
  'failed-quota': 'Lets the response fail with insufficient_quota.',
  'failed-server-error': 'Lets the response fail with a server_error.',
  'failed-mcp-listing': 'Lets the tool listing of an MCP server fail.',
  'own-response': 'Begins a short answer of its own as a commit arrives, so that response.create finds one running.',
  'flood-items': 'Sends VALUE (36000) messages nobody asked for before an answer.',
  'flood-text': 'Sends one message of VALUE MB (20) nobody asked for before an answer.',
  'flood-arguments': 'Sends one call of a function with arguments of VALUE MB (20) nobody asked for before an answer.',
  'flood-image': 'Sends one message with an image of VALUE MB (20) nobody asked for before an answer.',
  'flood-deltas': 'Sends VALUE (100000) words of a message that never ends before an answer.',
  'late-item-done': 'Sends the output_item.done of each call of a function once more after the response.done.',
  'calls-now': 'Asks for the tool now before it answers a question.',
  'repeats-open-calls': 'Makes a call that has no output once more, under another id, with the next answer to a question.',
  'obeys-orders': 'Takes ORDER: TOOL JSON in the output or the description of a tool for an order, and calls that tool.',
  cites: 'Answers a search of documents with what its first passage says, its file and its sign, as a model does that heeds its tools.',
  'fresh-item-ids': 'Gives every item that a client creates an id of its own choice.',
  'typed-item-ids': 'Takes only item ids that begin as their kind should: msg_, sys_, fc_, fco_; and call ids that begin with call_.',
  'ids-anew': 'Counts its ids anew in each session.',
  'long-ids': 'Makes its ids VALUE (400) characters long.',
  'item-created': 'Announces items by the old name conversation.item.created, and does not say when they are done.',
  'renamed-commits': 'Names another item in input_audio_buffer.committed than the one that follows.',
  'sentence-dones': 'Tells the words of an answer in VALUE (3) transcripts that are each called done, and nowhere else.',
  'unasked-deletes': 'Deletes every question and answer as soon as its words are whole.',
  'no-out-of-band': 'Refuses responses outside the conversation with an error.',
  'out-of-band-silent': 'Says nothing at all to a response.create outside the conversation.',
  'failed-out-of-band': 'Lets responses outside the conversation fail with a server_error.',
  ...QUIRK_DOCS,
} as const

export type FaultName = keyof typeof FAULT_DOCS | CutFault

const CUT_FAULTS = CUT_KINDS.flatMap((kind) => CUT_MOMENTS.map((moment) => `${kind}-${moment}` as const))
const OTHER_FAULTS = Object.keys(FAULT_DOCS).filter((name): name is keyof typeof FAULT_DOCS => Object.hasOwn(FAULT_DOCS, name))

export const FAULT_NAMES: readonly FaultName[] = [...OTHER_FAULTS, ...CUT_FAULTS]

export interface Fault {
  readonly name: FaultName
  /** Milliseconds or a count, see the fault's line; its default where absent. */
  readonly value?: number
  /** How often it strikes before it is used up; for ever where absent. Styles (odd-chunks, obfuscation, …) never wear out. */
  readonly times?: number
}

const isFaultName = (name: string): name is FaultName => FAULT_NAMES.some((known) => known === name)

/** Reads `NAME[=VALUE][*TIMES]`; `null` when it says nothing we know. */
export const readFault = (spec: string): Fault | null => {
  const [, name = '', value, times] = /^([a-z0-9-]+?)(?:=(\d+))?(?:\*(\d+))?$/.exec(spec) ?? []
  if (!isFaultName(name)) return null
  return { name, ...(value === undefined ? {} : { value: Number(value) }), ...(times === undefined ? {} : { times: Number(times) }) }
}

/** Several of them, with commas between; what is unknown is left out. */
export const readFaults = (specs: string): readonly Fault[] => specs.split(',').map(readFault).filter((fault) => fault !== null)

/** The faults in force. Shared by a server and all its sessions, so that a test can change them at run time. */
export class FaultBox {
  readonly #left = new Map<FaultName, { readonly value: number | undefined; readonly times: number }>()

  set(faults: readonly (Fault | FaultName)[]): void {
    this.#left.clear()
    this.add(faults)
  }

  /** Keeps those in force; one of the same name begins anew. */
  add(faults: readonly (Fault | FaultName)[]): void {
    const full = faults.map((fault): Fault => (typeof fault === 'string' ? { name: fault } : fault))
    for (const { name, value, times } of full) this.#left.set(name, { value, times: times ?? Number.POSITIVE_INFINITY })
  }

  has(name: FaultName): boolean {
    return (this.#left.get(name)?.times ?? 0) > 0
  }

  /** Its value (or `otherwise`) while it is in force, `null` when it is not. Does not wear it out. */
  valueOf(name: FaultName, otherwise: number): number | null {
    return this.has(name) ? (this.#left.get(name)?.value ?? otherwise) : null
  }

  /** Like `valueOf`, and wears it out by one. */
  take(name: FaultName, otherwise: number): number | null {
    const value = this.valueOf(name, otherwise)
    this.strike(name)
    return value
  }

  /** Lets it strike once. */
  strike(name: FaultName): boolean {
    const left = this.#left.get(name)
    if (left === undefined || left.times <= 0) return false
    this.#left.set(name, { ...left, times: left.times - 1 })
    return true
  }
}
