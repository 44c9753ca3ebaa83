import { expect, test } from 'vitest'
import { defaultSettings } from '../../../../src/shared/settings'
import { assistantWith, settled } from '../../app/assistant-world'

const refuse = (eventId: unknown) => ({ type: 'error', error: { type: 'invalid_request_error', code: 'invalid_value', message: 'no', event_id: eventId } })

test('a server that refuses transcription is asked for less, and then used', async () => {
  const { transport, view } = await assistantWith()
  const { last } = transport
  last.say({ type: 'session.created', session: {} })
  last.say(refuse(last.sent[0]?.['event_id']))
  last.say({ type: 'session.updated', session: {} })
  const transcriptions = last.sent.map((event) => JSON.stringify(event).includes('transcription'))
  expect({ transcriptions, state: view().connection.state }).toEqual({ transcriptions: [true, false], state: 'ready' })
})

test('a server that refuses even that is given up, without trying again', async () => {
  const { transport, timers, view } = await assistantWith()
  const { last } = transport
  last.say({ type: 'session.created', session: {} })
  last.say(refuse(last.sent[0]?.['event_id']))
  last.say(refuse(last.sent[1]?.['event_id']))
  timers.pass(60_000)
  await settled()
  expect({ connection: view().connection, closed: last.closed, sockets: transport.sockets.length }).toEqual({
    connection: { state: 'failed', reason: 'protocol' },
    closed: true,
    sockets: 1,
  })
})

test('what a server refuses while the key is held has nothing to do with how it listens: it goes on listening to the key', async () => {
  const { sut, transport, view } = await assistantWith({ vad: { ...defaultSettings('linux').vad, kind: 'semantic' } })
  const { last } = transport
  last.say({ type: 'session.created', session: {} })
  last.say({ type: 'session.updated', session: {} })
  sut.updateSettings({ noiseReduction: 'near_field' })
  last.say(refuse(last.sent.at(-1)?.['event_id']))
  const listens = last.sent.map((event) => JSON.stringify(event).includes('"turn_detection":null'))
  expect({ listens, notice: view().notice?.tag }).toEqual({ listens: [true, true], notice: 'protocol' })
})

test('settings that are closed wait for no key, and look at no meter', async () => {
  const { sut, hotkeys, audio } = await assistantWith()
  sut.previewMicrophone(true)
  sut.settingsClosed()
  expect([hotkeys.recordingsLeft, audio.calls.slice(-2)]).toEqual([1, ['try', 'leave']])
})

test('a wrong key is never tried twice; a lost network is, with growing patience', async () => {
  const refused = await assistantWith()
  refused.transport.last.say({ type: 'error', error: { type: 'invalid_request_error', code: 'invalid_api_key', message: 'no' } })
  refused.transport.last.drop({ closeCode: 3000 })
  refused.timers.pass(60_000)
  await settled()
  const lost = await assistantWith()
  lost.transport.last.drop({ closeCode: null })
  lost.timers.pass(999)
  await settled()
  const early = lost.transport.sockets.length
  lost.timers.pass(1)
  await settled()
  expect([refused.view().connection, refused.transport.sockets.length, early, lost.transport.sockets.length]).toEqual([
    { state: 'failed', reason: 'auth' },
    1,
    1,
    2,
  ])
})

test('OpenAI without a key dials nobody', async () => {
  const { transport, view } = await assistantWith({ endpoint: { kind: 'openai' } })
  expect([transport.sockets.length, view().connection]).toEqual([0, { state: 'failed', reason: 'no-key' }])
})

test('nonsense from a server changes nothing', async () => {
  const { transport, view } = await assistantWith()
  const { last } = transport
  last.say({ type: 'session.created', session: {} })
  last.say({ type: 'session.updated', session: {} })
  for (const text of ['', '{', '[]', '{"type":7}', '{"type":"response.done"}', '{"type":"galaxy.expanded"}']) last.listener.message(text)
  expect([view().connection.state, view().phase, view().notice]).toEqual(['ready', 'idle', null])
})

test('facts of an older socket are not heard', async () => {
  const { sut, transport, view } = await assistantWith()
  const old = transport.last
  sut.updateSettings({ model: 'gpt-realtime-2.1-mini' })
  await settled()
  transport.last.say({ type: 'session.created', session: {} })
  transport.last.say({ type: 'session.updated', session: {} })
  old.drop()
  expect([transport.sockets.length, view().connection.state]).toEqual([2, 'ready'])
})

test('nothing that a server says stands in the log, whatever it says it with', async () => {
  const lines: string[] = []
  const note = (text: string, fields?: object) => void lines.push(`${text} ${JSON.stringify(fields ?? {})}`)
  const { transport, timers } = await assistantWith({}, { error: note, warn: note, info: note, debug: note })
  const { last } = transport
  const word = 'Quittenbaum'
  last.say({ type: 'session.created', session: { id: word } })
  last.say({ type: 'session.updated', session: { id: word } })
  last.say({ type: word })
  last.say({ type: 'response.created', [word]: word })
  last.listener.message(word)
  for (const code of [word, 'rate_limit_exceeded', 'insufficient_quota']) last.say({ type: 'error', error: { type: word, code, message: word, param: word } })
  last.drop({ closeCode: 4000, closeReason: word })
  timers.pass(60_000)
  expect([lines.filter((line) => line.includes(word)), [...new Set(lines.map((line) => line.replace(/ \{.*/, '')))].sort()]).toEqual([
    [],
    ['connection', 'malformed event', 'notified the person', 'server error', 'socket closed', 'unknown event'],
  ])
})
