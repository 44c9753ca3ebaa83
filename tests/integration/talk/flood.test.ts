import { expect, test } from 'vitest'
import type { ConversationItem } from '../../../src/shared/conversation'
import { type Loop, speak, startLoop } from '../support/loop'

/** A server that sends without end. Practice runs in this process too, so the times are of both. */
const WITHIN = 30_000

/** The question and its answer, which Practice says in the same words. */
const texts = ({ assistant }: Loop) => assistant.snapshot().items.map(({ text }) => text)

test.each(['its answer named', 'no answer named'] as const)('behind 2,000 messages nobody asked for a spoken question is shown and kept as ever, %s', { timeout: WITHIN }, async (how) => {
  const loop = await startLoop({ faults: how === 'no answer named' ? ['no-response-ids'] : [] })
  await loop.ready()
  loop.practice.setFaults([{ name: 'flood-items', value: 3_000, times: 1 }, ...(how === 'no answer named' ? (['no-response-ids'] as const) : [])])
  loop.assistant.sendText('Anybody there?')
  await loop.until(() => expect(texts(loop).filter((text) => text.includes('Anybody there?'))).toHaveLength(2))
  await loop.until(() => expect(loop.assistant.snapshot().items.filter(({ text, status }) => text.includes('Anybody there?') && status === 'done')).toHaveLength(2)) // or the next question would cut it
  for (const [item] of loop.audio.played) loop.audio.facts.playbackDrained(item, loop.audio.samplesPlayed(item), 0)
  await loop.until(() => expect(loop.view().phase).toBe('idle'))
  speak(loop)
  const asked = (items: readonly ConversationItem[]) => items.filter(({ status, text }) => status === 'done' && !text.startsWith('Unasked')).map(({ role, kind }) => `${role} ${kind}`)
  await loop.until(() => {
    const kept = [...loop.history.talks.keys()].flatMap((talk) => loop.history.stored(talk).map(({ item }) => item))
    const talk = ['user text', 'assistant speech', 'user speech', 'assistant speech']
    expect([asked(loop.assistant.snapshot().items), asked(kept)]).toEqual([talk, talk])
  })
})

test('36,000 messages nobody asked for: the first 2,000 are shown, told once, and the question is answered', { timeout: WITHIN }, async () => {
  const loop = await startLoop()
  await loop.ready()
  loop.practice.setFaults([{ name: 'flood-items', times: 1 }])
  loop.assistant.sendText('Anybody there?')
  await loop.until(() => expect(texts(loop)).toContain('Unasked 1999'))
  await loop.until(() => expect(texts(loop).filter((text) => text.includes('Anybody there?'))).toHaveLength(2))
  expect({ unasked: texts(loop).filter((text) => text.startsWith('Unasked')).length, told: loop.view().notice?.tag }).toEqual({ unasked: 1999, told: 'flood' })
})
