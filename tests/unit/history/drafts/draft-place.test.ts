import { expect, test } from 'vitest'
import { draftId } from '../../../../src/shared/ids'
import type { Endpoint } from '../../../../src/shared/settings'
import { silentLogger } from '../../../fakes/fake-world'
import { assistantWith } from '../../app/assistant-world'

const DRAFT = draftId('d')
const NEW: Endpoint = { kind: 'custom', url: 'wss://new.example/v1' }
const OPENAI: Endpoint = { kind: 'openai' }

test.each([
  ['to where it was said', NEW, 'wss://new.example', false, { goes: true, asked: [] }],
  ['to another host', NEW, 'wss://old.example', false, { goes: false, asked: ['Send this recording to new.example?'] }],
  ['to the same host in clear', { kind: 'custom', url: 'ws://new.example/v1' }, 'wss://new.example', false, { goes: false, asked: ['Send this recording to new.example?'] }],
  ['to another host, with a yes', NEW, 'wss://old.example', true, { goes: true, asked: ['Send this recording to new.example?'] }],
  ['of an older version, whose place nobody knows', OPENAI, null, false, { goes: false, asked: ['Send this recording to api.openai.com?'] }],
  ['to Practice, which keeps it on this computer', { kind: 'practice' }, 'wss://old.example', false, { goes: true, asked: [] }],
  ['from Practice to the world', OPENAI, 'here', false, { goes: false, asked: ['Send this recording to api.openai.com?'] }],
] as const)('a draft goes %s', async (_what, endpoint, saidTo, yes, expected) => {
  const asked: string[] = []
  const { sut, history, view } = await assistantWith({ endpoint, onboarding: 'done' }, silentLogger, ({ title }) => {
    asked.push(title)
    return Promise.resolve(yes)
  })
  await history.saveDraft({ id: DRAFT, conversation: null, createdAt: 1, ms: 1_000, saidTo }, new Int16Array(24_000))
  const answer = await sut.actions.sendDraft(DRAFT)
  expect({ answer: answer.ok || answer.error.tag, phase: view().phase, asked }).toEqual({
    answer: expected.goes || 'not-confirmed', phase: expected.goes ? 'thinking' : 'idle', asked: expected.asked,
  })
})

const OTHER: Endpoint = { kind: 'custom', url: 'wss://other.example/v1' }

test.each([
  ['another server was chosen', { endpoint: OTHER }, 'not-confirmed'],
  ['the same one was taken in clear', { endpoint: { kind: 'custom', url: 'ws://new.example/v1' } }, 'not-confirmed'],
  ['nothing of it was changed', { theme: 'dark' }, true],
] as const)('a yes is for the server that was named: meanwhile %s', async (_what, meanwhile, expected) => {
  const answers: ((yes: boolean) => void)[] = []
  const { sut, history, view } = await assistantWith({ endpoint: NEW, onboarding: 'done' }, silentLogger, () => new Promise((answer) => answers.push(answer)))
  await history.saveDraft({ id: DRAFT, conversation: null, createdAt: 1, ms: 1_000, saidTo: 'wss://old.example' }, new Int16Array(24_000))
  const sending = sut.actions.sendDraft(DRAFT)
  await expect.poll(() => answers.length).toBe(1)
  sut.updateSettings(meanwhile)
  answers[0]?.(true)
  const answer = await sending
  expect({ answer: answer.ok || answer.error.tag, phase: view().phase }).toEqual({ answer: expected, phase: expected === true ? 'thinking' : 'idle' })
})
