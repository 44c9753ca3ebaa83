import { LearnedFacts } from '../../../../src/main/providers/core/known-server'
import { profile } from '../../../../src/shared/providers/profiles/find-profile'
import type { ProfileId } from '../../../../src/shared/providers/profiles/profile'
import { expect, test } from 'vitest'
import { SessionConfigurer } from '../../../../src/main/talk/session/session-configurer'
import type { SessionParts } from '../../../../src/main/talk/core/realtime/session-config'
import type { ClientEvent } from '../../../../src/main/talk/core/realtime/client-event'
import type { ApiError } from '../../../../src/shared/errors/classify-error'
import { defaultSettings, type Settings, type TalkMode } from '../../../../src/shared/settings'
import { FakeTimers } from '../../../fakes/fake-timers'

function configurer(vadKind: 'server' | 'semantic' = 'server', server: ProfileId = 'openai') {
  const defaults = defaultSettings('linux')
  let settings = { ...defaults, vad: { ...defaults.vad, kind: vadKind } }
  const timers = new FakeTimers()
  const sent: Extract<ClientEvent, { type: 'session.update' }>[] = []
  const told: string[] = []
  const world: { mode: TalkMode; parts: SessionParts } = { mode: 'hold', parts: {} }
  const known = { profile: profile(server), learned: new LearnedFacts() }
  const sut = new SessionConfigurer(
    {
      server: () => known,
      send: (event) => void (event.type === 'session.update' && sent.push(event)),
      settings: () => settings,
      parts: () => world.parts,
      mode: () => world.mode,
      configured: () => void told.push('configured'),
      unusable: ({ tag }) => void told.push(`unusable ${tag}`),
      turnDetectionSet: (mode) => void told.push(`set ${mode}`),
      turnDetectionRefused: (mode, { tag }) => void told.push(`refused ${mode} ${tag}`),
      notify: ({ tag }) => void told.push(`notice ${tag}`),
    },
    timers,
  )
  const cause = (param?: string): ApiError => ({ type: 'invalid_request_error', code: 'invalid_value', message: 'no', ...(param === undefined ? {} : { param }) })
  const error = (eventId: string | null, param?: string) => sut.refused({ eventId, cause: cause(param), severity: 'failed' })
  const fields = () => sent.map(({ session }) => (JSON.stringify(session).match(/"(voice|transcription|noise_reduction|server_vad|semantic_vad)"/g) ?? []).map((word) => word.replaceAll('"', '')))
  const change = (patch: Partial<Settings>) => void (settings = { ...settings, ...patch })
  return { sut, timers, told, error, fields, world, sent, change }
}

test('until the first session.updated, an error that names nothing refuses the update, after a moment of silence', () => {
  const { sut, timers, error, fields, told } = configurer()
  sut.configure()
  const taken = error(null)
  timers.pass(299)
  const early = fields().length
  timers.pass(1)
  sut.answered()
  expect({ taken, early, fields: fields(), told }).toEqual({ taken: true, early: 1, fields: [['transcription', 'noise_reduction', 'voice'], []], told: ['configured'] })
})

test('and so does one that names an event nobody sent', () => {
  const { sut, timers, error, fields } = configurer()
  sut.configure()
  error('event_of_the_server')
  timers.pass(300)
  expect(fields()).toHaveLength(2)
})

test('an error behind which the update is answered all the same refuses nothing', () => {
  const { sut, timers, error, fields, told } = configurer()
  sut.configure()
  error(null)
  timers.pass(200)
  sut.answered()
  timers.pass(1_000)
  expect({ sent: fields().length, told }).toEqual({ sent: 1, told: ['configured'] })
})

test('only the refused field is left out where the server names it, and each field may have an error of its own', () => {
  const { sut, timers, error, fields } = configurer()
  sut.configure()
  error(null, 'session.audio.output.voice')
  error(null, 'session.audio.input.transcription')
  timers.pass(300)
  error(null, 'session.audio.input.noise_reduction')
  timers.pass(300)
  expect(fields()).toEqual([['transcription', 'noise_reduction', 'voice'], ['noise_reduction'], []])
})

test('a server that refuses whatever is asked is not asked for ever', () => {
  const { sut, timers, error, fields, told } = configurer()
  sut.configure()
  for (let time = 0; time < 10; time += 1) {
    error(null, 'session.audio.output.voice')
    timers.pass(300)
  }
  expect({ sent: fields().length, told }).toEqual({ sent: 3, told: ['unusable protocol'] })
})

test('a late session.updated is believed, though an error without a name came behind each update', () => {
  const { sut, timers, error, fields, told } = configurer()
  sut.configure()
  error(null)
  timers.pass(300)
  error(null)
  timers.pass(2_000)
  sut.answered()
  timers.pass(10_000)
  expect({ sent: fields().length, told }).toEqual({ sent: 2, told: ['configured'] })
})

test('and a server that never says it is given up', () => {
  const { sut, timers, error, told } = configurer()
  sut.configure()
  error(null)
  timers.pass(300)
  error('')
  timers.pass(4_999)
  const before = [...told]
  timers.pass(1)
  expect({ before, told }).toEqual({ before: [], told: ['unusable protocol'] })
})

test('the same holds for both ways to listen hands-free', () => {
  const { sut, timers, error, world, told } = configurer()
  sut.configure()
  sut.answered()
  world.mode = 'hands-free'
  sut.setTurnDetection('hands-free')
  error(null)
  timers.pass(300)
  error(null)
  timers.pass(2_000)
  sut.answered()
  timers.pass(10_000)
  expect(told).toEqual(['configured', 'notice vad', 'notice protocol', 'set hands-free']) // the second error was about something else, and is told
})

test('a refusal said twice counts once', () => {
  const { sut, timers, error, fields } = configurer()
  sut.configure()
  const taken = [error('update_1'), error('update_1')]
  timers.pass(1_000)
  expect({ taken, sent: fields().length }).toEqual({ taken: [true, true], sent: 2 })
})

test('later an error that names nothing is not about the settings, unless it says so', () => {
  const { sut, timers, error, told } = configurer()
  sut.configure()
  sut.answered()
  sut.reconfigure(true)
  const taken = [error(null), error(null, 'session.instructions')]
  timers.pass(300)
  expect({ taken, told }).toEqual({ taken: [false, true], told: ['configured', 'notice protocol'] })
})

test.each([
  ['semantic', ['semantic_vad', 'server_vad']],
  ['server', ['server_vad', 'semantic_vad']],
] as const)('turn detection by %s that is refused, with or without a name, gives way to the other', (kind, asked) => {
  const { sut, timers, error, fields, world, told } = configurer(kind)
  sut.configure()
  sut.answered()
  world.mode = 'hands-free'
  sut.setTurnDetection('hands-free')
  error(null)
  timers.pass(300)
  sut.answered()
  expect({ asked: fields().slice(1).flat(), told }).toEqual({ asked, told: ['configured', 'notice vad', 'set hands-free'] })
})

test('a server that knows neither way is told of once, and asked for the chosen one the next time', () => {
  const { sut, error, fields, world, told, sent } = configurer()
  sut.configure()
  sut.answered()
  world.mode = 'hands-free'
  sut.setTurnDetection('hands-free')
  error(sent.at(-1)?.event_id ?? null)
  error(sent.at(-1)?.event_id ?? null)
  sut.setTurnDetection('hands-free')
  expect({ asked: fields().slice(1).flat(), told }).toEqual({
    asked: ['server_vad', 'semantic_vad', 'server_vad'],
    told: ['configured', 'notice vad', 'refused hands-free protocol'],
  })
})

test('other settings that are refused hands-free leave the turn detection alone', () => {
  const { sut, error, fields, world, told, sent } = configurer('semantic')
  sut.configure()
  sut.answered()
  world.mode = 'hands-free'
  sut.reconfigure(true)
  error(sent.at(-1)?.event_id ?? null, 'session.instructions')
  expect({ sent: fields().length, told }).toEqual({ sent: 2, told: ['configured', 'notice protocol'] })
})

test('tools that are gone are taken back from the session that was told of them, and no other one hears of tools', () => {
  const { sut, sent, world } = configurer()
  const tools = () => sent.map(({ session }) => ('tools' in session ? session.tools : 'unsaid'))
  sut.configure()
  sut.answered()
  world.parts = { tools: [{ type: 'mcp', authorization: 'key' }] }
  sut.reconfigure(true)
  world.parts = { tools: [] }
  sut.reconfigure(true)
  sut.reconfigure(true)
  const standby = sut.configEvent('hold')
  sut.configure()
  expect([tools(), standby]).toEqual([['unsaid', [{ type: 'mcp', authorization: 'key' }], [], [], 'unsaid'], expect.objectContaining({ session: expect.objectContaining({ tools: [] }) })])
})

test('a session that was told of a speed is told of the usual one, too; a new one need not be', () => {
  const { sut, sent, change } = configurer()
  const speeds = () => sent.map(({ session }) => ('output' in session.audio ? session.audio.output.speed : undefined))
  sut.configure()
  sut.answered()
  change({ speed: 1.25 })
  sut.reconfigure(true)
  change({ speed: 1 })
  sut.reconfigure(true)
  sut.configure()
  expect(speeds()).toEqual([undefined, 1.25, 1, undefined])
})

test('a server is not told names it does not have, and of turn detection only what it knows', () => {
  const asked = (server: ProfileId) => {
    const { sut, sent } = configurer('semantic', server)
    sut.configure()
    sut.setTurnDetection('hands-free')
    return sent.map(({ session }) => (JSON.stringify(session).match(/"(voice|transcription|noise_reduction|server_vad|semantic_vad|prefix_padding_ms|idle_timeout_ms)"/g) ?? []).map((word) => word.replaceAll('"', '')))
  }
  expect([asked('openai'), asked('localai'), asked('speaches'), asked('xai'), asked('elevenlabs')]).toEqual([
    [['transcription', 'noise_reduction', 'voice'], ['semantic_vad']],
    [[], ['semantic_vad']],
    [[], ['server_vad']],
    [[], ['server_vad', 'prefix_padding_ms']],
    [[], ['semantic_vad']],
  ])
})

test('a field that a server has refused is left out of its next session, too', () => {
  const { sut, error, fields } = configurer()
  sut.configure()
  error('update_1', 'session.audio.output.voice')
  sut.answered()
  sut.configure()
  expect(fields()).toEqual([['transcription', 'noise_reduction', 'voice'], ['transcription', 'noise_reduction'], ['transcription', 'noise_reduction']])
})

test('what was refused is asked for again once the person has chosen otherwise', () => {
  const { sut, error, change, fields } = configurer()
  sut.configure()
  error('update_1', 'session.audio.output.voice')
  sut.answered()
  change({ voice: 'cedar' })
  sut.configure()
  expect(fields()[2]).toEqual(['transcription', 'noise_reduction', 'voice'])
})
