import { expect, test } from 'vitest'
import { type Loop, startLoop } from './support/loop'

/** A server that sends without end. Practice runs in this process too, so the times are of both. */
const WITHIN = 30_000

/** The question and its answer, which Practice says in the same words. */
const texts = ({ assistant }: Loop) => assistant.snapshot().items.map(({ text }) => text)

test('36,000 messages nobody asked for: the first 2,000 are shown, told once, and the question is answered', { timeout: WITHIN }, async () => {
  const loop = await startLoop()
  await loop.ready()
  loop.practice.setFaults([{ name: 'flood-items', times: 1 }])
  loop.assistant.sendText('Anybody there?')
  await loop.until(() => expect(texts(loop)).toContain('Unasked 1999'))
  await loop.until(() => expect(texts(loop).filter((text) => text.includes('Anybody there?'))).toHaveLength(2))
  expect({ unasked: texts(loop).filter((text) => text.startsWith('Unasked')).length, told: loop.view().notice?.tag }).toEqual({ unasked: 1999, told: 'flood' })
})
