import { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { startApp, useEndpoint, type App } from '../support/app/app'
import { startRig, type Rig } from '../support/sound/rig'
import { holdAndSay, items, sentence } from '../support/app/talking'

const ANSWER = 'The capital of France is Paris.'

let rig: Rig
let app: App
let mock: LLMock
beforeAll(async () => {
  rig = await startRig()
  mock = new LLMock({ port: 0, host: '127.0.0.1', logLevel: 'silent' })
  mock.onMessage(/capital of France/, { content: ANSWER })
  mock.on({ userMessage: /what time/, hasToolResult: false }, { content: 'One moment.', toolCalls: [{ id: 'call_clock', name: 'now', arguments: '{}' }] })
  mock.on({ userMessage: /six times seven/, hasToolResult: false }, { toolCalls: [{ id: 'call_none', name: 'no_such_tool', arguments: '{}' }, { id: 'call_sum', name: 'calculate', arguments: '{"expression":"6*7"}' }] })
  mock.on({ toolCallId: 'call_sum' }, { content: 'Forty-two.' })
  mock.on({ toolCallId: 'call_clock' }, { content: 'It is late.' })
  mock.onMessage(/.*/, { content: 'I do not know.' })
  await mock.start()
  app = await startApp(rig)
  await useEndpoint(app, { url: `${mock.url.replace(/^http/, 'ws')}/v1/realtime` })
})
afterAll(async () => {
  await app.close()
  await mock.stop()
  await rig.stop()
})

test('a server not written here: text turns', async () => {
  const since = app.trace.now()
  await app.page.evaluate(() => window.assistant.sendText('What is the capital of France?'))
  await app.trace.untilPhase('idle', { since })
  const later = app.trace.now()
  await app.page.evaluate(() => window.assistant.sendText('And of Atlantis?'))
  await app.trace.untilPhase('idle', { since: later })

  expect((await items(app)).map(({ role, text, status }) => [role, text, status])).toEqual([
    ['user', 'What is the capital of France?', 'done'],
    ['assistant', ANSWER, 'done'],
    ['user', 'And of Atlantis?', 'done'],
    ['assistant', 'I do not know.', 'done'],
  ])
})

/** What the server has been told by tools, as it understood it. */
function toldByTools(): readonly unknown[] {
  const read = z.object({ messages: z.array(z.object({ role: z.string(), content: z.unknown() })) }).parse(mock.getLastRequest()?.body)
  return read.messages.flatMap(({ role, content }) => (role === 'tool' ? [JSON.parse(String(content)) as unknown] : []))
}

test('a server not written here: its call of a tool is answered, and then the question', async () => {
  const since = app.trace.now()
  await app.page.evaluate(() => window.assistant.sendText('Tell me what time it is.'))
  await app.trace.untilPhase('idle', { since })
  const shown = (await items(app)).slice(-4).map(({ kind, text }) => (kind === 'tool' ? kind : text))
  expect({ shown, told: toldByTools() }).toEqual({
    shown: ['Tell me what time it is.', 'One moment.', 'tool', 'It is late.'],
    told: [{ time: expect.any(String), weekday: expect.any(String), zone: expect.any(String) }],
  })
})

test('a server not written here: two calls and no word, one of them of no tool of ours, and one answer', async () => {
  const since = app.trace.now()
  await app.page.evaluate(() => window.assistant.sendText('How much is six times seven?'))
  await app.trace.untilPhase('idle', { since })
  const shown = (await items(app)).slice(-4).map(({ kind, text }) => (kind === 'tool' ? kind : text))
  expect({ shown, told: toldByTools().slice(-2) }).toEqual({
    shown: ['How much is six times seven?', 'tool', 'tool', 'Forty-two.'],
    told: [{ error: 'There is no such tool.', retry: false }, { result: '42' }],
  })
})

test('a server not written here: a spoken turn comes to its end', async () => {
  const released = await holdAndSay(rig, app, await sentence(rig, 'spoken', 'Hello?'))
  await app.trace.untilPhase('idle', { since: released.at })
  const { phase, notice, connection } = await app.view()
  expect({ phase, notice, connection }).toEqual({ phase: 'idle', notice: null, connection: { state: 'ready' } })
})
