import type { CallAnswer, FunctionCall, TalkExtension, TalkFact } from '../../../../../src/main/talk/extension'
import { encodePcm } from '../../../../../src/main/talk/input/pcm-encoder'
import type { CallId } from '../../../../../src/shared/ids'
import { bareTalk } from '../../../../fakes/bare-talk'

interface WireItem {
  readonly id: string
  readonly type: string
  readonly status?: string
  readonly [field: string]: unknown
}

/** Each can be told from the others by its arguments. */
export const call = (id: string, more: object = {}): WireItem => ({ id, type: 'function_call', status: 'completed', call_id: `call_${id}`, name: 'clock', arguments: `{"id":"${id}"}`, ...more })

export const words = (id: string, text = 'Let me look.'): WireItem => ({ id, type: 'message', role: 'assistant', status: 'completed', phase: 'commentary', content: [{ type: 'output_audio', transcript: text }] })

interface SentItem {
  readonly type: string
  readonly role?: string
  readonly call_id?: string
  readonly output?: string
  readonly content?: readonly { readonly type: string; readonly text?: string }[]
}

const itemWord = (item: SentItem): string => {
  if (item.type === 'function_call_output') return `${String(item.call_id)}: ${String(item.output)}`
  if (item.type === 'function_call') return `function_call ${String(item.call_id)}`
  return [item.role, ...(item.content ?? []).map(({ type, text }) => text ?? type)].join(' ')
}

/** What a session was sent, one word for each event; sound, which a question consists of, is left out. */
function wordOf(event: { readonly type: string; readonly [field: string]: unknown }): readonly string[] {
  switch (event.type) {
    case 'response.create':
      return ['response' in event ? 'create without tools' : 'create']
    case 'response.cancel':
      return ['cancel']
    case 'input_audio_buffer.commit':
      return ['commit']
    case 'conversation.item.delete':
      return ['delete']
    case 'conversation.item.truncate':
      return ['truncate']
    case 'conversation.item.create':
      return [itemWord(event['item'] as SentItem)]
    default:
      return []
  }
}

/** The engine with a feature that takes every call but `nobody`'s, and answers when the test does. */
export async function actingWorld(more: readonly TalkExtension[] = []) {
  const asked: FunctionCall[] = []
  const facts: TalkFact[] = []
  const takesCalls: TalkExtension = {
    name: 'takes calls',
    takes: ({ name }) => name !== 'nobody',
    heard: (fact) => {
      facts.push(fact)
      if (fact.type === 'callsAsked') asked.push(...fact.calls)
    },
  }
  const world = await bareTalk([takesCalls, ...more])
  const { say, sut, audio, timers, transport } = world
  const nameOf = (id: CallId) => asked.find((each) => each.call === id)?.arguments.slice(7, -2) ?? 'unknown'
  const idOf = (name: string): CallId => {
    const known = asked.find((each) => each.arguments === `{"id":"${name}"}`)
    if (known === undefined) throw new Error(`${name} was never asked`)
    return known.call
  }
  const created = (id: string) => say('response.created', { response: { id, status: 'in_progress', output: [] } })
  const brings = (response: string, item: WireItem) => {
    say('response.output_item.added', { response_id: response, item: { ...item, arguments: '', status: 'in_progress', ...(item.type === 'message' ? { content: [] } : {}) } })
    if (item.type === 'message') say('response.output_audio.delta', { response_id: response, item_id: item.id, delta: encodePcm(new Int16Array(4_800).fill(7)) })
    say('response.output_item.done', { response_id: response, item })
  }
  const done = (id: string, output: readonly WireItem[], more: object = {}) => say('response.done', { response: { id, status: 'completed', output, ...more } })
  return {
    ...world, asked, facts, created, brings, done, idOf,
    /** A whole response of these items. */
    answers: (id: string, output: readonly WireItem[], end: object = {}) => {
      created(id)
      for (const item of output) brings(id, item)
      done(id, output, end)
    },
    reply: (name: string, answer: Partial<CallAnswer> = {}) => sut.answerCall(idOf(name), { output: `done ${name}`, ...answer }),
    out: (socket = transport.last) => socket.sent.flatMap(wordOf),
    /** What was asked to be run, and what was told to stop, in order. */
    told: () => facts.flatMap((fact) => (fact.type === 'callsAsked' ? [`asked ${fact.calls.map(({ call: id }) => nameOf(id)).join(' ')}`] : fact.type === 'callsInterrupted' ? [`interrupted ${fact.calls.map(nameOf).join(' ')}`] : [])),
    lines: () => sut.conversation.current.items.flatMap(({ tool, status }) => (tool === undefined ? [] : [`${tool.name} ${status}: ${tool.output ?? '–'}`])),
    /** The servers ping, so every connection is alive. */
    wait: (seconds: number) => {
      for (let second = 0; second < seconds; second += 1) {
        timers.pass(1_000)
        for (const { closed, listener } of transport.sockets) if (!closed) listener.alive()
      }
    },
    /** All that is in the loudspeaker is heard. */
    hear: () => {
      const item = [...audio.played.keys()].at(-1)
      if (item !== undefined) audio.speaker.untilDrained(item)
    },
    /** The connection breaks, and is there again. */
    cut: async () => {
      transport.last.drop()
      timers.pass(3_000)
      await world.begin()
    },
  }
}

export type ActingWorld = Awaited<ReturnType<typeof actingWorld>>

/** A spoken question whose answer calls these. */
export async function acting(...output: readonly WireItem[]): Promise<ActingWorld> {
  const world = await actingWorld()
  world.ask()
  world.answers('r1', output.length === 0 ? [call('c1')] : output)
  return world
}
