import { connect as connectTcp, type AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:tls'
import OpenAI from 'openai'
import { OpenAIRealtimeWS } from 'openai/realtime/ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPracticeServer, type PracticeServer } from '../../support/practice/practice-server'
import { makeCertificate } from '../support/certificate'
import { speech } from '../../unit/practice/trace'

// The official client insists on wss:, so a TLS front stands before the endpoint.
let practice: PracticeServer
let front: Server
let certificate: string

beforeAll(async () => {
  practice = await startPracticeServer({ pacing: { speed: 50, thinkMs: 10 } })
  const pair = await makeCertificate()
  certificate = pair.cert
  front = createServer(pair, (outside) => {
    const inside = connectTcp(practice.port, '127.0.0.1')
    outside.pipe(inside).pipe(outside)
    for (const socket of [outside, inside]) socket.on('error', () => [outside, inside].forEach((each) => each.destroy()))
  })
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
})

afterAll(async () => {
  await practice.close()
  front.close()
})

const open = (apiKey: string, model: string): OpenAIRealtimeWS => {
  const { port } = front.address() as AddressInfo
  const client = new OpenAI({ apiKey, baseURL: `https://localhost:${port}/v1` })
  return new OpenAIRealtimeWS({ model, options: { ca: certificate } }, client)
}

describe('the official openai client over wss://', () => {
  it('holds a full manual turn', async () => {
    const realtime = open(practice.token, 'gpt-realtime-2.1')
    const [types, audio, errors]: [string[], Buffer[], unknown[]] = [[], [], []]
    realtime.on('error', (error) => errors.push(error))
    realtime.on('event', (event) => types.push(event.type))
    realtime.on('response.output_audio.delta', ({ delta }) => audio.push(Buffer.from(delta, 'base64')))
    await new Promise((resolve) => realtime.on('session.created', resolve))
    realtime.send({ type: 'session.update', session: { type: 'realtime', audio: { input: { turn_detection: null } } } })
    realtime.send({ type: 'input_audio_buffer.append', audio: speech(700).toString('base64') })
    realtime.send({ type: 'input_audio_buffer.commit' })
    realtime.send({ type: 'response.create' })
    const { response } = await new Promise<{ readonly response: { readonly status?: string } }>((resolve) => realtime.on('response.done', resolve))
    realtime.close()
    expect([errors, response.status, Buffer.concat(audio).equals(speech(700)), types.slice(0, 3)]).toEqual([
      [],
      'completed',
      true,
      ['session.created', 'session.updated', 'input_audio_buffer.committed'],
    ])
  })

  it('is told why a bad key is refused', async () => {
    const realtime = open('wrong', 'gpt-realtime-2.1')
    const failed = new Promise<{ readonly message: string }>((resolve) => realtime.on('error', resolve))
    const closed = new Promise<string>((resolve) => realtime.socket.on('close', (code, reason) => resolve(`${code} ${reason.toString()}`)))
    expect([(await failed).message, await closed]).toEqual([expect.stringContaining('invalid_api_key'), '3000 invalid_request_error.invalid_api_key'])
  })
})
