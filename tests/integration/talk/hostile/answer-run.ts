import { BELL } from './bell'
import { marked } from './page'
import type { AnswerPlan } from './plan'
import type { Answer, Request, ServerSession } from './server-session'

export const wordsOf = (mark: number): string => `Answer number ${String(mark)} is this.`

const ERRORS = { error: 'server_error', 'nameless-error': 'insufficient_quota' } as const

/** Begins an answer as planned; `eventId` is the request's own, for an error in its place. */
export function answer(session: ServerSession, plan: AnswerPlan, request: Request | null, eventId: unknown): void {
  if (plan.instead === 'silence') return
  if (plan.instead === 'error') return session.error(ERRORS.error, eventId, 'server_error')
  if (plan.instead === 'nameless-error') return session.error(ERRORS['nameless-error'], null, 'insufficient_quota')
  const mark = session.watch.nextMark()
  if (mark === null) return
  const made: Answer = { mark, request, plan, told: false }
  session.watch.answering(made)
  session.later(plan.startMs, () => run(session, made))
}

const detailsOf = (plan: AnswerPlan): object | null => {
  if (plan.status === 'failed') return { type: 'failed', error: { type: 'server_error', code: 'server_error', message: 'hostile' } }
  if (plan.status === 'incomplete') return { type: 'incomplete', reason: 'max_output_tokens' }
  return plan.status === 'cancelled' ? { type: 'cancelled', reason: 'turn_detected' } : null
}

const response = (id: string, status: string, output: readonly object[], details: object | null = null) => ({ object: 'realtime.response', id, status, status_details: details, output, usage: null })

/** Before the item is closed without any. */
const tellsInPart = ({ dones }: AnswerPlan): boolean => dones.includes('part') && dones.indexOf('part') < dones.indexOf('item')

function run(session: ServerSession, made: Answer): void {
  const { plan, request, mark } = made
  const id = session.name('resp')
  const item = session.name('item')
  const state = { id, cancelled: false, ended: false, answer: made }
  session.active = state
  const where = { ...(plan.withResponseIds ? { response_id: id } : {}), item_id: item, output_index: 0, content_index: 0 }
  const created = () => session.say({ type: 'response.created', response: response(id, 'in_progress', []) }, () => {
    session.watch.announced(made)
    if (request !== null) request.created = true
  })
  const message = (status: string, words: string) => ({ id: item, object: 'realtime.item', type: 'message', role: 'assistant', status, content: [{ type: plan.instead === 'text' ? 'output_text' : 'output_audio', ...(plan.instead === 'text' ? { text: words } : { transcript: words }) }] })
  if (plan.created === 'first' || plan.created === 'twice') created()
  if (plan.created === 'twice') created()
  if (plan.created === 'late') session.later(20_000, () => !state.ended && created())
  if (plan.instead === 'call' || plan.instead === 'approval') return oddOutput(session, made, id, item, where)
  session.say({ type: 'response.output_item.added', ...where, item: { ...message('in_progress', ''), content: [] } })
  session.items.push(item)
  const pcm = Buffer.from(marked(mark, plan.chunkMs * 24).buffer).toString('base64')
  const words = wordsOf(mark)
  let at = 0
  for (let chunk = 0; chunk < plan.chunks; chunk += 1) {
    session.later(at, () => {
      if (state.cancelled && plan.afterCancel !== 'goes-on') return
      if (plan.instead === 'text') return session.say({ type: 'response.output_text.delta', ...where, delta: '.' })
      session.say({ type: 'response.output_audio.delta', ...where, delta: pcm }, () => session.watch.sounds(made))
    })
    at += plan.gapMs
  }
  session.later(at, () => {
    if (plan.created === 'behind-deltas') created()
    oddDelta(session, plan, where)
    if (state.ended) return
    if (state.cancelled && plan.afterCancel !== 'goes-on') return
    tellWords(session, plan, where, words)
    const status = plan.status === 'failed-silently' ? 'failed' : plan.status
    const closed = message(status === 'completed' ? 'completed' : 'incomplete', plan.words === 'none' ? '' : words)
    const whole = plan.words !== 'none' || tellsInPart(plan)
    for (const done of plan.dones) {
      if (done === 'audio' && plan.instead !== 'text') session.say({ type: 'response.output_audio.done', ...where })
      if (done === 'part') session.say({ type: 'response.content_part.done', ...where, part: plan.instead === 'text' ? { type: 'text', text: words } : { type: 'audio', transcript: words } })
      if (done === 'item') {
        session.say({ type: 'response.output_item.done', ...where, item: closed }, () => (made.told ||= whole && request?.annulled === false && !request.left))
        if (!session.watch.manners().beta) session.say({ type: 'conversation.item.done', previous_item_id: null, item: closed })
      }
      if (done === 'response') end(session, state, request, response(id, status, plan.outputListed ? [closed] : [], detailsOf(plan)))
    }
    if (!plan.dones.includes('response')) state.ended = true
  })
}

type State = NonNullable<ServerSession['active']>

export function end(session: ServerSession, state: State, request: Request | null, done: object): void {
  state.ended = true
  if (session.active === state) session.active = null
  session.say({ type: 'response.done', response: done }, () => request !== null && (request.finished = true))
}

/** What a `response.cancel` comes to. */
export function cancel(session: ServerSession, eventId: unknown): void {
  const state = session.active
  if (state === null) return session.error('response_cancel_not_active', eventId)
  const { plan, request } = state.answer
  if (plan.afterCancel === 'refuses') return session.error('response_cancel_not_active', eventId)
  state.cancelled = true
  if (plan.afterCancel === 'nothing') return void (session.active = null)
  if (plan.afterCancel === 'done') end(session, state, request, response(state.id, 'cancelled', [], { type: 'cancelled', reason: 'client_cancelled' }))
}

function tellWords(session: ServerSession, plan: AnswerPlan, where: object, words: string): void {
  const text = plan.instead === 'text'
  const type = text ? 'response.output_text' : 'response.output_audio_transcript'
  const field = text ? 'text' : 'transcript'
  if (plan.words === 'none') return
  session.say({ type: `${type}.delta`, ...where, delta: words })
  if (plan.words === 'deltas-only' || !plan.dones.includes('words')) return
  session.say({ type: `${type}.done`, ...where, [field]: words })
  if (plan.words === 'three-dones') for (const more of [' And more.', ' And last.']) session.say({ type: `${type}.done`, ...where, [field]: more })
}

function oddDelta(session: ServerSession, plan: AnswerPlan, where: object): void {
  const type = 'response.output_audio.delta'
  if (plan.odd === 'empty-delta') session.say({ type, ...where, delta: '' })
  if (plan.odd === 'no-base64') session.say({ type, ...where, delta: '!!!?' })
  if (plan.odd === 'no-samples') session.say({ type, ...where, delta: 'QQ==' })
  if (plan.odd === 'no-delta-field') session.say({ type, ...where })
}

function oddOutput(session: ServerSession, { plan, request, mark }: Answer, id: string, item: string, where: object): void {
  const state = session.active
  const call = plan.instead === 'call'
  const output = call
    ? { id: item, object: 'realtime.item', type: 'function_call', status: 'completed', call_id: session.call(), name: mark % 2 === 0 ? BELL : 'open_door', arguments: `{"door":${String(mark)}}` }
    : { id: item, type: 'mcp_approval_request', server_label: 'docs', name: 'find', arguments: '{}' }
  session.item(output)
  if (call) session.say({ type: 'response.function_call_arguments.done', ...where, call_id: output.call_id, name: output.name, arguments: output.arguments })
  session.say({ type: 'response.output_item.done', ...where, item: output })
  if (state !== null) end(session, state, request, response(id, 'completed', [output]))
}
