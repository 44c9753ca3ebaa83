import { expect, test } from 'vitest'
import { offers } from '../../../../../src/shared/providers/offers/offers'
import { offersShown } from '../../../../../src/renderer/src/ui/panel/header/offers-shown'

const OPENAI = { endpoint: { kind: 'openai' }, model: 'gpt-realtime-2.1', voice: 'marin' } as const
const ids = (shown: ReturnType<typeof offersShown>) => ({ models: shown.models.map(({ id }) => id), voices: shown.voices.map(({ id }) => id) })

test('no model that ends is offered, and of the voices the first few', () => {
  const lasting = offers.openai.models.filter(({ ends }) => ends === null).map(({ id }) => id)
  expect(ids(offersShown(OPENAI))).toEqual({ models: lasting, voices: offers.openai.voices.slice(0, 3) })
})

test('what is chosen is among them all the same, with its line where one is known', () => {
  const shown = offersShown({ ...OPENAI, model: 'gpt-realtime', voice: 'verse' })
  expect([shown.models.at(-1), shown.voices.at(-1)]).toEqual([
    { id: 'gpt-realtime', name: 'gpt-realtime', line: expect.stringContaining('a minute') },
    { id: 'verse', name: 'Verse', line: 'Versatile and animated' },
  ])
})

test('of a server that nobody knows only what is chosen is shown', () => {
  expect(offersShown({ endpoint: { kind: 'custom', url: 'wss://voice.example.org/' }, model: 'own-model', voice: 'anna' })).toEqual({
    models: [{ id: 'own-model', name: 'own-model', line: '' }],
    voices: [{ id: 'anna', name: 'Anna', line: '' }],
  })
})
