import { describe, expect, it } from 'vitest'
import { transportTarget } from '../../../src/main/providers/endpoint-target'
import type { ProfileId } from '../../../src/shared/providers/profiles/profile'
import { defaultSettings } from '../../../src/shared/settings'

const target = (url: string, secret: string | null, serverProfiles: Readonly<Record<string, ProfileId>> = {}) =>
  transportTarget({ ...defaultSettings('linux'), endpoint: { kind: 'custom', url }, model: 'm', serverProfiles }, secret, null)

describe('where a server of a profile is dialled', () => {
  it.each([
    ['wss://api.x.ai/v1/realtime', { url: 'wss://api.x.ai/v1/realtime?model=m', headers: { Authorization: 'Bearer k' }, dialect: 'xai' }],
    ['wss://api.inworld.ai/api/v1/realtime/session?protocol=realtime', { url: 'wss://api.inworld.ai/api/v1/realtime/session?protocol=realtime', headers: { Authorization: 'Basic k' } }],
    ['wss://api.elevenlabs.io/v1/convai/realtime', { url: 'wss://api.elevenlabs.io/v1/convai/realtime', headers: {}, protocols: ['realtime', 'openai-insecure-api-key.k'] }],
    ['wss://a.openai.azure.com/openai/v1/realtime?model=d', { url: 'wss://a.openai.azure.com/openai/v1/realtime?model=d', headers: { 'api-key': 'k' } }],
    ['wss://host.example/v1', { url: 'wss://host.example/v1?model=m', headers: { Authorization: 'Bearer k' } }],
  ])('%s', (url, value) => expect(target(url, 'k')).toEqual({ ok: true, value }))

  it('a profile that was named goes with its origin alone', () => {
    const named = { 'ws://localhost:8000': 'speaches' } as const
    expect([target('ws://localhost:8000/v1/realtime', null, named), target('ws://localhost:8001/v1/realtime', null, named)]).toEqual([
      { ok: true, value: { url: 'ws://localhost:8000/v1/realtime?model=m', headers: {}, dialect: 'beta' } },
      { ok: true, value: { url: 'ws://localhost:8001/v1/realtime?model=m', headers: {} } },
    ])
  })

  it('a key that no subprotocol can carry is not sent', () => {
    expect(target('wss://api.elevenlabs.io/v1/convai/realtime', 'two words')).toMatchObject({ ok: false, error: { tag: 'auth' } })
  })
})
