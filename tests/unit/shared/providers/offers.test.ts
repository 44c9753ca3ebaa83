import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { modelOffer, offersOf } from '../../../../src/shared/providers/offers/find-offer'
import { minutePrice } from '../../../../src/shared/providers/offers/minute-price'
import { modelHint, modelRows, voiceRows } from '../../../../src/renderer/src/words/offer-words'
import { offers } from '../../../../src/shared/providers/offers/offers'

const Dollars = z.number().positive().max(1_000)
const Prices = z.strictObject({ in: Dollars, cached: Dollars, out: Dollars }).refine((each) => each.cached < each.in && each.in < each.out)
const lifetime = { id: z.string().regex(/^[a-z0-9.-]+$/), ends: z.iso.date().nullable(), successor: z.string().nullable() }
const Model = z.strictObject({ ...lifetime, prices: z.strictObject({ text: Prices, audio: Prices, image: z.strictObject({ in: Dollars, cached: Dollars }) }) })
const Transcription = z.strictObject({ ...lifetime, perMinute: Dollars })
const Server = z.strictObject({ models: z.array(Model).min(1), voices: z.array(z.string().regex(/^[a-z]+$/)).min(1), transcription: z.array(Transcription) })

describe('the offers', () => {
  it('have the shape of their data', () => {
    expect(z.strictObject({ asOf: z.iso.date(), openai: Server }).safeParse(offers).error).toBeUndefined()
  })

  it.each([['models', offers.openai.models], ['transcription', offers.openai.transcription]])('of %s: what ends has a successor that stays, and none stands twice', (_, list) => {
    const ids: readonly string[] = list.map(({ id }) => id)
    const staying: readonly string[] = list.filter(({ ends }) => ends === null).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { ends, successor } of list) expect(ends === null ? successor === null : staying.includes(successor)).toBe(true)
  })
})

describe('a minute of conversation', () => {
  it.each([['gpt-realtime-2.1', 0.096], ['gpt-realtime-2.1-mini', 0.03]])('of %s costs %d dollars', (id, dollars) => {
    const offer = modelOffer({ kind: 'openai' }, id)
    expect(offer && minutePrice(offer.prices)).toBeCloseTo(dollars, 10)
  })
})

describe('the words of an offer', () => {
  it('are counted from the prices, and tell of an end instead', () => {
    const at = (id: string) => modelHint({ kind: 'openai' }, id)
    expect([at('gpt-realtime-2.1'), at('gpt-realtime-2.1-mini'), at('gpt-realtime-mini'), at('gpt-unheard-of'), modelHint({ kind: 'practice' }, 'gpt-realtime-2.1')]).toEqual([
      'About 10 cents a minute. Prices as of November 30, 2026.',
      'About 3 cents a minute. Prices as of November 30, 2026.',
      'OpenAI removes it on January 20, 2027. gpt-realtime-2.1-mini replaces it.',
      undefined,
      undefined,
    ])
  })

  it('are a row of the menu for each', () => {
    expect(modelRows(offers.openai.models)[1]).toEqual({ id: 'gpt-realtime-2.1-mini', name: 'gpt-realtime-2.1-mini', line: 'Faster and cheaper · About 3 cents a minute' })
    expect(voiceRows(offers.openai.voices)[0]).toEqual({ id: 'marin', name: 'Marin', line: 'Warm and clear' })
  })
})

describe('another server', () => {
  it('is said nothing of', () => {
    expect(offersOf({ kind: 'custom', url: 'wss://voice.example/v1/realtime' }).models).toEqual([])
    expect(modelOffer({ kind: 'practice' }, 'gpt-realtime-2.1')).toBeNull()
    expect(modelOffer({ kind: 'openai' }, 'gpt-unheard-of')).toBeNull()
  })
})
