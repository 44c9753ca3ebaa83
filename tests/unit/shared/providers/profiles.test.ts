import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { profile, profileOf, profileOfHost } from '../../../../src/shared/providers/profiles/find-profile'
import { PROFILE_IDS, ProfileSchema } from '../../../../src/shared/providers/profiles/profile'
import { AS_OF, PROFILES } from '../../../../src/shared/providers/profiles/profiles'

describe('the profiles', () => {
  it('have the shape of their data, a day, and each id once', () => {
    expect(z.array(ProfileSchema).safeParse(PROFILES).error).toBeUndefined()
    expect(z.iso.date().safeParse(AS_OF).success).toBe(true)
    expect(PROFILES.map(({ id }) => id)).toEqual(PROFILE_IDS)
  })

  it('ask in the address for what they name, and for no other field', () => {
    const asked = (template: string) => [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).filter((name) => name !== 'model')
    expect(PROFILES.map(({ urlTemplate }) => asked(urlTemplate))).toEqual(PROFILES.map(({ fields }) => fields))
  })

  it('have a default among their voices, and a silence where no turn can be committed', () => {
    for (const { session: { voices }, turns } of PROFILES) {
      expect(voices.default === null || voices.known.includes(voices.default)).toBe(true)
      expect(turns.manual === false).toBe(turns.gateSilenceMs !== null)
    }
  })

  it.each([
    ['api.openai.com', 'openai'], ['API.OPENAI.COM', 'openai'], ['api.openai.com.example', 'custom'], ['my.openai.azure.com', 'azure'], ['openai.azure.com', 'custom'],
    ['api.x.ai', 'xai'], ['fapi.x.ai', 'custom'], ['api.elevenlabs.io', 'elevenlabs'], ['api.inworld.ai', 'inworld'], ['ws1.cn-beijing.maas.aliyuncs.com', 'qwen-omni'],
    ['dashscope-intl.aliyuncs.com', 'qwen-omni'], ['api.stepfun.com', 'stepfun'], ['127.0.0.1', 'custom'],
  ])('are found by the end of a host: %s is %s', (host, id) => expect(profileOfHost(host).id).toBe(id))
})

describe('the profile of a server', () => {
  const custom = (url: string, serverProfiles: Parameters<typeof profileOf>[0]['serverProfiles'] = {}) => profileOf({ endpoint: { kind: 'custom', url }, serverProfiles }).id

  it('of the built-in endpoint is that of OpenAI', () => {
    expect(profileOf({ endpoint: { kind: 'practice' }, serverProfiles: {} })).toBe(profile('openai'))
  })

  it('can be named, for scheme, host and port alone', () => {
    const named = { 'ws://localhost:8000': 'speaches' } as const
    expect(['ws://localhost:8000/v1', 'wss://localhost:8000/v1', 'ws://localhost:8001/v1', 'ws://127.0.0.1:8000/v1'].map((url) => custom(url, named))).toEqual(['speaches', 'custom', 'custom', 'custom'])
  })

  it('cannot be another than their own for OpenAI and Azure', () => {
    expect([custom('wss://api.openai.com/v1', { 'wss://api.openai.com': 'speaches' }), custom('wss://a.openai.azure.com/v1', { 'wss://a.openai.azure.com': 'xai' })]).toEqual(['openai', 'azure'])
  })
})
