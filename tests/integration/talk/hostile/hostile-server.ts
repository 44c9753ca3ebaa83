import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Fields } from '../../../../src/main/practice/session/fields'
import { answer, cancel } from './answer-run'
import { type AnswerPlan, type Manners, PLAIN } from './plan'
import { fieldsIn, ServerSession, type ServerWatch } from './server-session'
import { say } from './odd-events'
import type { Step } from './steps'

/** How much of an utterance is silence before this server's ear takes it for the end. */
const SILENT_APPENDS = 15

const pong = (socket: WebSocket): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      socket.off('pong', done).off('close', done)
      resolve()
    }
    socket.on('pong', done).on('close', done)
    socket.ping()
  })

/** A raw Realtime server that behaves as its script says. Nothing of the practice endpoint's good manners is in it. */
export class HostileServer {
  readonly #http: Server = createServer()
  readonly #sockets = new WebSocketServer({ server: this.#http, maxPayload: 64 * 1_024 * 1_024, verifyClient: (_info, decide) => this.#meet(decide) })
  readonly sessions: ServerSession[] = []
  readonly #watch: ServerWatch
  #refusals = 0
  plans: AnswerPlan[] = []
  received = 0

  constructor(watch: ServerWatch) {
    this.#watch = watch
    this.#sockets.on('connection', (socket) => this.#welcome(socket))
  }

  async start(): Promise<string> {
    this.#http.listen(0, '127.0.0.1')
    await once(this.#http, 'listening')
    const address = this.#http.address()
    return `ws://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}/v1/realtime`
  }

  async stop(): Promise<void> {
    for (const { socket } of this.sessions) socket.terminate()
    this.#sockets.close()
    this.#http.closeAllConnections()
    await new Promise<void>((resolve) => this.#http.close(() => resolve()))
  }

  get current(): ServerSession | null {
    return this.sessions.findLast(({ isOpen }) => isOpen) ?? null
  }

  step(step: Step): void {
    const session = this.current
    if (step.do === 'plan') this.plans.push(step.plan)
    if (session === null) return
    if (step.do === 'unasked') answer(session, step.plan, null, null)
    if (step.do === 'odd') say(session, step.event)
    if (step.do === 'close') this.#close(session, step)
  }

  /** A close that the other side has not answered yet. */
  get isClosing(): boolean {
    return this.sessions.some(({ socket }) => socket.readyState === socket.CLOSING)
  }

  /** Whatever was sent before has been read by the other side, and its answers have been read here. */
  async barrier(): Promise<void> {
    await Promise.all(this.sessions.filter(({ isOpen }) => isOpen).map(({ socket }) => pong(socket)))
  }

  /** From now on it is as good as the practice endpoint. */
  heal(): void {
    this.#refusals = 0
    this.plans = []
  }

  #meet(decide: (accept: boolean, status?: number) => void): void {
    const refused = this.#refusals > 0
    if (refused) this.#refusals -= 1
    decide(!refused, 503)
  }

  #close({ socket }: ServerSession, { code, error, refusals }: Extract<Step, { do: 'close' }>): void {
    this.#refusals = refusals
    if (error) socket.send(JSON.stringify({ type: 'error', event_id: 'event_last', error: { type: 'invalid_request_error', code: code === 1_001 ? 'session_expired' : 'server_error', message: 'hostile', param: null, event_id: null } }))
    if (code === 1_006) return socket.terminate()
    if (code === 1_005) return socket.close()
    socket.close(code, 'hostile')
  }

  #welcome(socket: WebSocket): void {
    const session = new ServerSession(socket, this.#watch)
    this.sessions.push(session)
    socket.on('error', () => socket.terminate())
    socket.on('message', (data) => {
      this.received += 1
      this.#receive(session, JSON.parse(String(data)) as Fields)
    })
    this.#greet(session, this.#watch.manners())
  }

  #greet(session: ServerSession, { begins, expiresIn }: Manners): void {
    const expires = expiresIn === 0 ? {} : { expires_at: Math.floor(this.#watch.timers.now() / 1_000) + 1_800_000_000 + expiresIn }
    if (begins !== 'session.created') session.say({ type: 'conversation.created', conversation: { id: session.name('conv'), object: 'realtime.conversation' } })
    if (begins !== 'conversation.created') session.say({ type: 'session.created', session: { id: session.name('sess'), object: 'realtime.session', type: 'realtime', ...expires } })
  }

  #receive(session: ServerSession, event: Fields): void {
    switch (event['type']) {
      case 'session.update':
        return this.#update(session, event)
      case 'input_audio_buffer.append':
        return this.#append(session, String(event['audio']))
      case 'input_audio_buffer.commit':
        return this.#commit(session)
      case 'input_audio_buffer.clear':
        session.heardSamples = 0
        return session.say({ type: 'input_audio_buffer.cleared' })
      case 'conversation.item.create':
        return this.#create(session, fieldsIn(event, 'item'))
      case 'conversation.item.truncate':
        return session.say({ type: 'conversation.item.truncated', item_id: event['item_id'], content_index: 0, audio_end_ms: event['audio_end_ms'] })
      case 'conversation.item.delete':
        return session.say({ type: 'conversation.item.deleted', item_id: event['item_id'] })
      case 'response.create':
        return this.#answer(session, event)
      case 'response.cancel':
        return cancel(session, event['event_id'])
      default:
        return session.error('invalid_value', event['event_id'])
    }
  }

  #update(session: ServerSession, event: Fields): void {
    const { update } = this.#watch.manners()
    session.updates += 1
    if (update === 'none') return
    if (update === 'refuse-first' && session.updates === 1) return session.error('invalid_value')
    const input = fieldsIn(event, 'session', 'audio', 'input')
    if ('turn_detection' in input) session.detects = input['turn_detection'] !== null
    const tell = () => session.say({ type: 'session.updated', session: fieldsIn(event, 'session') })
    if (update === 'late') session.later(3_000, tell)
    else tell()
  }

  #append(session: ServerSession, audio: string): void {
    const loud = audio.charCodeAt(0) !== 65 // base64 of zeros is all A
    session.heardSamples += 1
    if (!session.detects) return
    if (loud && !session.hearing) {
      session.hearing = true
      session.say({ type: 'input_audio_buffer.speech_started', item_id: 'item_vad', audio_start_ms: 0 })
    }
    session.silent = loud ? 0 : session.silent + 1
    if (!session.hearing || session.silent < SILENT_APPENDS) return
    session.hearing = false
    session.say({ type: 'input_audio_buffer.speech_stopped', item_id: 'item_vad', audio_end_ms: 0 })
    this.#commit(session)
    this.#answer(session, { type: 'response.create' })
  }

  #commit(session: ServerSession): void {
    if (session.heardSamples === 0) return session.error('input_audio_buffer_commit_empty')
    session.heardSamples = 0
    const id = session.name('item')
    session.say({ type: 'input_audio_buffer.committed', item_id: id, previous_item_id: null })
    session.item({ id, object: 'realtime.item', type: 'message', role: 'user', status: 'completed', content: [{ type: 'input_audio', transcript: null }] })
    if (!this.#watch.manners().transcribes) return
    session.later(50, () => session.say({ type: 'conversation.item.input_audio_transcription.completed', item_id: id, content_index: 0, transcript: 'Something was said.' }))
  }

  #create(session: ServerSession, item: Fields): void {
    const { echo } = this.#watch.manners()
    if (item['type'] === 'function_call_output') session.outputOf(String(item['call_id']))
    if (echo === 'none') return
    const named = echo === 'fresh' ? { ...item, id: session.name('item') } : item
    if (echo === 'old-name') return session.say({ type: 'conversation.item.created', previous_item_id: null, item: named })
    session.item({ object: 'realtime.item', status: 'completed', ...named })
  }

  #answer(session: ServerSession, event: Fields): void {
    if (fieldsIn(event, 'response')['conversation'] === 'none') return session.error('invalid_value', event['event_id'])
    const request = { session, annulled: false, left: false, created: false, finished: false }
    this.#watch.asked(request, session.active?.ended === false ? session.active.answer : null)
    if (session.active !== null && !session.active.ended)
      return session.error('conversation_already_has_active_response', event['event_id'], 'invalid_request_error', () => this.#watch.refused(request))
    session.requests.push(request)
    answer(session, this.plans.shift() ?? PLAIN, request, event['event_id'])
  }
}
