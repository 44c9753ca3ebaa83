import { expect, test } from 'vitest'
import { startPracticeServer } from '../../support/practice/practice-server'
import { speak, startLoop } from '../support/loop'

const words = ({ assistant }: Awaited<ReturnType<typeof startLoop>>) => assistant.snapshot().items.map(({ role, status }) => `${role} ${status}`)

test('the microphone is tried with the practice endpoint, whoever was chosen, and nothing of it is kept or told', async () => {
  const chosen = await startPracticeServer()
  const loop = await startLoop({}, { onboarding: 'server' })
  await loop.ready()
  await loop.assistant.servers.use({ endpoint: { kind: 'custom', url: chosen.url }, secret: chosen.token })
  await loop.until(() => expect(loop.view()).toMatchObject({ endpointName: expect.stringContaining('127.0.0.1'), connection: { state: 'ready' } }))
  loop.assistant.updateSettings({ onboarding: 'microphone' })
  await loop.ready()
  const before = loop.practice.sessions.length
  speak(loop)
  await loop.until(() => expect(words(loop)).toEqual(['user done', 'assistant done']))
  const there = { private: loop.view().private, endpoint: loop.view().settings.endpoint.kind, heard: chosen.sessions.map(({ appendedBytes }) => appendedBytes) }
  loop.assistant.updateSettings({ onboarding: 'key' })
  await loop.until(() => expect(chosen.sessions.length).toBe(2))
  await loop.ready()
  expect({ before, there, after: { private: loop.view().private, items: words(loop) } }).toEqual({
    before: 2,
    there: { private: true, endpoint: 'custom', heard: [0] },
    after: { private: false, items: [] },
  })
  await chosen.close()
})

test('a wrong key, no credit, and a server that is not there are told apart, and nothing of it is kept', async () => {
  const loop = await startLoop()
  await loop.ready()
  const other = await startPracticeServer()
  const test = (secret: string | null, url = other.url) => loop.assistant.servers.test({ endpoint: { kind: 'custom', url }, secret })
  const good = await test(other.token)
  const wrong = await test('another')
  other.setFaults(['quota-on-connect'])
  const poor = await test(other.token)
  await other.close()
  const gone = await test(other.token)
  const nowhere = await test(null, `wss://${'n'.repeat(64)}.invalid/v1/realtime`) // too long for anybody to be asked about it
  expect({ good, wrong, poor, gone, settings: loop.view().settings.endpoint, place: loop.view().secret }).toEqual({
    good: 'ok',
    wrong: 'wrong-key',
    poor: 'no-credit',
    gone: 'refused',
    settings: { kind: 'practice' },
    place: 'not-needed',
  })
  expect(['no-host', 'offline']).toContain(nowhere)
})
