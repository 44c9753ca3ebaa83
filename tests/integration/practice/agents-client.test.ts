import { OpenAIRealtimeWebSocket, RealtimeAgent, RealtimeSession, tool } from '@openai/agents-realtime'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startPracticeServer, type PracticeServer } from '../../support/practice/practice-server'
import { silence, speech } from '../../unit/practice/trace'
import { eventually } from '../../e2e/support/app/eventually'
import { OUTCOME, outcomeOf, timeIn, TYPED } from '../support/tool-talk'

/** A client we did not write holds whole turns with the endpoint over plain ws://. */
let server: PracticeServer
let session: RealtimeSession | undefined

afterEach(async () => {
  session?.close()
  await server.close()
})

const bytesOf = (audio: Buffer): ArrayBuffer => new Uint8Array(audio).buffer

interface Heard {
  readonly session: RealtimeSession
  readonly events: string[]
  readonly errors: unknown[]
  readonly audio: Buffer[]
}

interface TurnDetection {
  readonly type: 'server_vad'
  readonly createResponse: boolean
  readonly interruptResponse: boolean
}

const open = async (agent: RealtimeAgent, turnDetection: TurnDetection | null): Promise<Heard> => {
  const transport = new OpenAIRealtimeWebSocket({ url: `${server.url}?model=practice-echo` })
  const audio = { input: { turnDetection } }
  const opened = new RealtimeSession(agent, { transport, model: 'practice-echo', config: { audio } })
  session = opened
  const heard: Heard = { session: opened, events: [], errors: [], audio: [] }
  opened.on('error', (error) => heard.errors.push(error))
  opened.on('audio', (event) => heard.audio.push(Buffer.from(event.data)))
  opened.on('transport_event', (event) => heard.events.push(event.type))
  await opened.connect({ apiKey: server.token, url: `${server.url}?model=practice-echo` })
  await eventually(() => heard.events).toContain('session.updated')
  return heard
}

describe('@openai/agents-realtime over ws://', () => {
  it('holds a manual turn and hears its own voice', async () => {
    server = await startPracticeServer({ pacing: { speed: 50, thinkMs: 10 } })
    const heard = await open(new RealtimeAgent({ name: 'practice', instructions: 'Echo.' }), null)
    heard.session.sendAudio(bytesOf(speech(800)), { commit: true })
    heard.session.transport.sendEvent({ type: 'response.create' })
    await expect.poll(() => heard.events, { timeout: 10_000 }).toContain('response.done')
    expect([heard.errors, Buffer.concat(heard.audio).equals(speech(800)), heard.session.history.map((item) => item.type)]).toEqual([[], true, ['message', 'message']])
  })

  it('holds a VAD turn, is interrupted, and truncates', async () => {
    server = await startPracticeServer({ pacing: { speed: 3, thinkMs: 10 } })
    const heard = await open(new RealtimeAgent({ name: 'practice' }), { type: 'server_vad', createResponse: true, interruptResponse: true })
    let interrupted = 0
    heard.session.on('audio_interrupted', () => interrupted++)
    heard.session.sendAudio(bytesOf(Buffer.concat([silence(400), speech(3_000), silence(600)])))
    await expect.poll(() => heard.audio.length, { timeout: 10_000 }).toBeGreaterThan(1)
    heard.session.sendAudio(bytesOf(speech(300)))
    await expect.poll(() => server.sessions[0]?.truncations.length, { timeout: 10_000 }).toBe(1)
    expect([heard.errors, interrupted > 0]).toEqual([[], true])
  })

  it('runs a tool and speaks its answer', async () => {
    const script = [{ outputs: [{ kind: 'function-call', name: 'clock', arguments: '{"zone":"UTC"}' } as const] }]
    server = await startPracticeServer({ pacing: { speed: 50, thinkMs: 10 }, script })
    const zones: string[] = []
    const clock = tool({
      name: 'clock',
      description: 'Tells the time.',
      parameters: z.object({ zone: z.string() }),
      execute: async ({ zone }) => {
        zones.push(zone)
        return 'noon'
      },
    })
    const heard = await open(new RealtimeAgent({ name: 'practice', tools: [clock] }), null)
    heard.session.sendMessage('What time is it?')
    await expect.poll(() => heard.events.filter((type) => type === 'response.done').length, { timeout: 10_000 }).toBe(2)
    const spoken = heard.session.history.at(-1)
    expect([heard.errors, zones, JSON.stringify(spoken).includes('The tool answered: noon')]).toEqual([[], ['UTC'], true])
  })

  it('talks with tools, several of them at once too', async () => {
    server = await startPracticeServer({ pacing: { speed: 50, thinkMs: 10 } })
    const clock = tool({ name: 'clock', description: 'Tells the time.', parameters: z.object({ zone: z.string() }), execute: ({ zone }) => Promise.resolve(timeIn(zone)) })
    const heard = await open(new RealtimeAgent({ name: 'practice', tools: [clock] }), null)
    const done = () => heard.events.filter((type) => type === 'response.done').length
    for (const [typed, responses] of TYPED.map((text, index) => [text, [2, 4, 7, 8][index]] as const)) {
      heard.session.sendMessage(typed)
      await expect.poll(done, { timeout: 10_000 }).toBe(responses)
    }
    const [report] = server.sessions
    expect([heard.errors, report === undefined ? null : outcomeOf(report)]).toEqual([[], OUTCOME])
  })
})
