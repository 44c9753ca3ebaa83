import { describe, expect, it } from 'vitest'
import { XAI } from '../../../../src/main/providers/core/dialect/xai'
import { randomSession } from './random-session'

describe('the dialect of xAI', () => {
  it('hoists voice and turn detection, and leaves out what is not known there', () => {
    const audio = { input: { format: { type: 'audio/pcm', rate: 24_000 }, noise_reduction: null, turn_detection: null }, output: { voice: 'eve' } }
    expect(XAI.encode({ type: 'session.update', event_id: 'e', session: { type: 'realtime', output_modalities: ['audio'], instructions: 'Hi.', audio } })).toEqual({
      type: 'session.update', event_id: 'e', session: { instructions: 'Hi.', voice: 'eve', turn_detection: { type: null }, audio: { input: { format: { type: 'audio/pcm', rate: 24_000 } } } },
    })
  })

  it('says a change of turn detection alone', () => {
    const turns = { type: 'server_vad', threshold: 0.5 }
    expect(XAI.encode({ type: 'session.update', session: { type: 'realtime', audio: { input: { turn_detection: turns } } } })).toEqual({ type: 'session.update', session: { turn_detection: turns } })
  })

  it('reads a session back as it was said, but for what it cannot say', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const whole = randomSession(seed)
      const input = { ...whole.audio.input, noise_reduction: undefined }
      const session = { ...whole, output_modalities: undefined, audio: { ...whole.audio, input } }
      const said = XAI.encode({ type: 'session.update', session })?.['session']
      expect(XAI.decode({ type: 'session.updated', session: said })).toEqual([{ type: 'session.updated', session }])
    }
  })

  it('leaves every other event alone', () => {
    const event = { type: 'response.create', event_id: 'e' }
    expect([XAI.encode(event), XAI.decode(event)]).toEqual([event, [event]])
  })
})
