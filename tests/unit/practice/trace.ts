import { isFields, type Fields } from '../../../src/main/practice/session/fields'
import { FaultBox, type Fault, type FaultName } from '../../../src/main/practice/faults/faults'
import { DEFAULT_PACING, type Pacing } from '../../../src/main/practice/output/pacing'
import type { ScriptedResponse } from '../../../src/main/practice/script/script'
import { PracticeSession } from '../../../src/main/practice/session/session'
import { SessionNotes } from '../../support/practice/session-notes'
import type { SessionReport } from '../../support/practice/session-report'
import type { Emission, Frame } from '../../../src/main/practice/session/wire'

export interface TraceOptions {
  readonly model?: string
  readonly lifetimeSeconds?: number
  readonly graceSeconds?: number
  readonly faults?: readonly (Fault | FaultName)[]
  readonly script?: readonly ScriptedResponse[]
  readonly pacing?: Partial<Pacing>
}

/** A session driven by hand: send client events, let time pass, look at what came out. */
export interface Trace {
  /** The emissions of `session.created`. */
  readonly opened: readonly Frame[]
  readonly report: SessionReport
  readonly session: PracticeSession
  /** Sends at the present time and returns the direct answers. */
  send(...events: readonly object[]): readonly Frame[]
  sendText(text: string): readonly Frame[]
  /** Lets `ms` pass. */
  wait(ms: number): readonly Frame[]
  /** Lets ten seconds pass: enough for every answer in these tests. */
  settle(): readonly Frame[]
  emissionsAfter(ms: number): readonly Emission[]
}

const framesOf = (emissions: readonly Emission[]): readonly Frame[] =>
  emissions.flatMap((emission) => (emission.kind === 'send' ? [emission.frame] : []))

export const startTrace = (options: TraceOptions = {}): Trace => {
  const faults = new FaultBox()
  faults.set(options.faults ?? [])
  const script = [...(options.script ?? [])]
  const reports: SessionNotes[] = []
  const session = new PracticeSession({
    seed: 'T',
    model: options.model ?? 'practice-echo',
    startedAt: 1_800_000_000,
    lifetimeSeconds: options.lifetimeSeconds ?? 3_600,
    graceSeconds: options.graceSeconds ?? 0,
    pacing: { ...DEFAULT_PACING, ...options.pacing },
    faults,
    nextScripted: () => script.shift(),
    observe: (seen) => {
      reports.push(new SessionNotes(seen))
      return (fact) => reports[0]?.hear(fact)
    },
  })
  let nowMs = 0
  const wait = (ms: number): readonly Emission[] => session.advance((nowMs += ms))
  const opened = framesOf(session.open())
  const [report] = reports
  if (report === undefined) throw new Error('The session did not say that it began.')
  return {
    opened,
    report,
    session,
    send: (...events) => events.flatMap((event) => framesOf(session.receive(JSON.stringify(event), nowMs))),
    sendText: (text) => framesOf(session.receive(text, nowMs)),
    wait: (ms) => framesOf(wait(ms)),
    settle: () => framesOf(wait(10_000)),
    emissionsAfter: wait,
  }
}

export const types = (frames: readonly Frame[]): readonly string[] => frames.map((frame) => frame.type)

/** Types with runs of the same delta written once, so that pacing does not show. */
export const eventTypes = (frames: readonly Frame[]): readonly string[] =>
  types(frames).filter((type, at, all) => !(type.endsWith('.delta') && all.slice(0, at).includes(type)))

export const only = (frames: readonly Frame[], type: string): readonly Frame[] => frames.filter((frame) => frame.type === type)

/** Walks into a frame: `dig(frame, 'response', 'status')`. */
export const dig = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)] as unknown
    return isFields(at) ? (at as Fields)[String(key)] : undefined
  }, value)

export const errorsIn = (frames: readonly Frame[]): readonly unknown[] => only(frames, 'error').map((frame) => frame['error'])

export const audioOf = (frames: readonly Frame[]): Buffer =>
  Buffer.concat(only(frames, 'response.output_audio.delta').map((frame) => Buffer.from(String(frame['delta']), 'base64')))

export const transcriptOf = (frames: readonly Frame[]): string =>
  only(frames, 'response.output_audio_transcript.delta')
    .map((frame) => String(frame['delta']))
    .join('')

/** A tone nobody mistakes for silence; every millisecond differs from its neighbours, so a lost sample shows. */
export const speech = (ms: number): Buffer => {
  const pcm = Buffer.alloc(ms * 48)
  for (let at = 0; at < ms * 24; at++) pcm.writeInt16LE(Math.round(8_000 * Math.sin(at / 9) + (at % 97)), at * 2)
  return pcm
}

export const silence = (ms: number): Buffer => Buffer.alloc(ms * 48)

export const append = (audio: Buffer): object => ({ type: 'input_audio_buffer.append', audio: audio.toString('base64') })

export const COMMIT = { type: 'input_audio_buffer.commit' }
export const CREATE = { type: 'response.create' }
export const CANCEL = { type: 'response.cancel' }

export const update = (session: object): object => ({ type: 'session.update', session: { type: 'realtime', ...session } })

export const turnDetection = (detection: object | null): object => update({ audio: { input: { turn_detection: detection } } })

export const MANUAL = turnDetection(null)

export const userText = (text: string): object => ({
  type: 'conversation.item.create',
  item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
})

/** A manual turn up to and including `response.create`. */
export const turn = (audio: Buffer): readonly object[] => [MANUAL, append(audio), COMMIT, CREATE]
