import { expect, test } from 'vitest'
import { bareTalk } from '../../fakes/bare-talk'
import type { TalkExtension } from '../../../src/main/talk/extension'

/** What is asked, as a feature hears it. */
async function listening() {
  const asked: string[] = []
  const listener: TalkExtension = { name: 'listener', heard: (fact) => fact.type === 'turnAsked' && asked.push(`${fact.by} ${fact.turn === null ? 'by itself' : 'in a turn'}`) }
  return { ...(await bareTalk([listener])), asked }
}

test('what was held, typed or kept before is told as that; an answer that is asked for again, or announced, is asked by nobody', async () => {
  const { sut, ask, answer, asked, timers } = await listening()
  ask()
  answer('r1', 'One.')
  sut.submit({ kind: 'text', text: 'And?' })
  answer('r2', 'Two.')
  sut.submit({ kind: 'speech', pcm: new Int16Array(12_000), draft: null })
  answer('r3', 'Three.')
  sut.submit({ kind: 'again' })
  answer('r4', 'Four.')
  sut.announce('Done.')
  timers.pass(1)
  answer('r5', 'Five.')
  expect(asked).toEqual(['held in a turn', 'typed in a turn', 'draft in a turn'])
})

test('hands-free it is what the server has heard; a draft that is sent meanwhile is a draft', async () => {
  const { sut, say, asked } = await listening()
  sut.setMode('hands-free')
  say('session.updated', { session: {} })
  say('input_audio_buffer.speech_started', { item_id: 'q1' })
  say('input_audio_buffer.speech_stopped', { item_id: 'q1' })
  say('input_audio_buffer.committed', { item_id: 'q1' })
  sut.submit({ kind: 'speech', pcm: new Int16Array(12_000), draft: null })
  say('input_audio_buffer.committed', { item_id: 'q2' })
  expect(asked).toEqual(['heard by itself', 'draft in a turn'])
})
