import type { Endpoint } from '../../../shared/settings'
import { modelOffer } from '../../../shared/providers/offers/find-offer'
import { minutePrice } from '../../../shared/providers/offers/minute-price'
import type { ModelOffer } from '../../../shared/providers/offers/offer'
import { offers, type ModelId, type VoiceId } from '../../../shared/providers/offers/offers'
import { samplePrice } from '../../../shared/providers/offers/sample-price'
import { nameOfVoice } from '../../../shared/providers/offers/voice-name'
import { say, spokenLocale } from '../../../shared/words/say'

const CENTS = 100

/** A day without a time is the same everywhere. */
const day = (date: string): string => new Intl.DateTimeFormat(spokenLocale(), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))

const centsOf = ({ prices }: Pick<ModelOffer, 'prices'>): number => Math.max(1, Math.round(CENTS * minutePrice(prices)))

/** "About 10 cents a minute": from the prices of its tokens. */
export const costWords = (offer: Pick<ModelOffer, 'prices'>): string => say('models.a-minute', { cents: centsOf(offer) })

/** With OpenAI; of a model that nobody knows, as much as the first of the list. */
export const centsAMinute = (model: string): number => centsOf(modelOffer({ kind: 'openai' }, model) ?? offers.openai.models[0])

/** A model or a voice as a row of a menu. */
export interface OfferRow {
  readonly id: string
  readonly name: string
  readonly line: string
}

const modelLine = (id: ModelId): string => say(`models.${id}`)
const voiceLine = (id: VoiceId): string => say(`voices.${id}`)

export const modelRows = (models: readonly (ModelOffer & { readonly id: ModelId })[]): readonly OfferRow[] =>
  models.map((model) => ({ id: model.id, name: model.id, line: say('common.facts', { first: modelLine(model.id), second: costWords(model) }) }))

export const voiceRows = (voices: readonly VoiceId[]): readonly OfferRow[] => voices.map((id) => ({ id, name: nameOfVoice(id), line: voiceLine(id) }))

/** What is to be said of the chosen model: that it ends, else what it costs. Undefined: nothing is known of it. */
export function modelHint(endpoint: Endpoint, id: string): string | undefined {
  const offer = modelOffer(endpoint, id)
  if (offer === null) return undefined
  const { ends, successor } = offer
  if (ends !== null && successor !== null) return say('models.ends-on', { date: day(ends), successor })
  return say('models.costs', { cost: costWords(offer), date: day(offers.asOf) })
}

/** What playing a voice costs, and whom it asks. */
export function playingCost(endpoint: Endpoint, model: string): string {
  if (endpoint.kind === 'practice') return say('voices.cost-echo')
  const offer = modelOffer(endpoint, model)
  return offer === null ? say('voices.cost-unknown') : say('voices.cost', { cents: Math.floor(CENTS * samplePrice(offer.prices)) })
}
