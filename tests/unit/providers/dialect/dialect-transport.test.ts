import { describe, expect, it } from 'vitest'
import { inDialect } from '../../../../src/main/providers/core/dialect/dialect-transport'
import type { DialectName } from '../../../../src/shared/providers/profiles/profile'
import { FakeTransport } from '../../../fakes/fake-transport'

const UPDATE = { type: 'session.update', session: { type: 'realtime', output_modalities: ['audio'], audio: { input: { turn_detection: null } } } }

function over(url: string, dialect?: DialectName) {
  const inner = new FakeTransport()
  const heard: unknown[] = []
  const nothing = () => undefined
  const socket = inDialect(inner).connect({ url, headers: {}, ...(dialect === undefined ? {} : { dialect }) }, { opened: nothing, alive: nothing, closed: nothing, message: (text) => heard.push(text) })
  return { inner, socket, heard }
}

describe('a socket in a dialect', () => {
  it.each([
    'wss://api.openai.com/v1/realtime', 'wss://API.OpenAI.com./v1/realtime', 'wss://eu.api.openai.com/v1', 'wss://openai.com/', 'wss://me.openai.azure.com/openai/v1/realtime',
    'wss://me.services.ai.azure.com/v1', 'wss://me.openai.azure.us/v1', 'wss://me.cognitiveservices.azure.com/', 'wss://user:x@api.openai.com:443/v1?x=1',
  ])('sends no other shape than GA to %s, whatever is set', (url) => {
    for (const dialect of ['beta', 'xai'] as const) {
      const { inner, socket } = over(url, dialect)
      socket.send(JSON.stringify(UPDATE))
      expect(inner.last.sent).toEqual([UPDATE])
    }
  })

  it('speaks it elsewhere, also where a host only looks like theirs', () => {
    const { inner, socket } = over('wss://api.openai.com.example/v1', 'beta')
    socket.send(JSON.stringify(UPDATE))
    expect(inner.last.sent).toEqual([{ type: 'session.update', session: { modalities: ['text', 'audio'], turn_detection: null } }])
  })

  it('is the socket itself for GA: nothing is read or written anew', () => {
    const { inner, socket, heard } = over('wss://host.example/v1')
    const text = '{ "type" : "session.created" }'
    inner.last.listener.message(text)
    expect([heard, Object.keys(socket)]).toEqual([[text], ['send', 'probe', 'close', 'bufferedBytes']])
  })

  it('passes on sound, and what is no event, as it is', () => {
    const { inner, socket, heard } = over('ws://localhost/v1', 'beta')
    socket.send('{"type":"input_audio_buffer.append","audio":"AAAA"}')
    inner.last.listener.message('no JSON')
    inner.last.say({ type: 'response.audio.delta', item_id: 'a', delta: 'AAAA' })
    expect([inner.last.sent, heard]).toEqual([[{ type: 'input_audio_buffer.append', audio: 'AAAA' }], ['no JSON', '{"type":"response.output_audio.delta","item_id":"a","delta":"AAAA"}']])
  })

  it('sends nothing where there is no word for it', () => {
    const { inner, socket } = over('ws://localhost/v1', 'beta')
    socket.send(JSON.stringify({ type: 'conversation.item.create', item: { type: 'mcp_approval_response' } }))
    expect(inner.last.sent).toEqual([])
  })
})
