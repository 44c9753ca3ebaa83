import type { Endpoint } from '../../settings'
import type { ModelOffer, ServerOffers } from './offer'
import { type ModelId, offers, type VoiceId } from './offers'

/** With ids that the catalogue has a line for. */
export interface KnownOffers extends ServerOffers {
  readonly models: readonly (ModelOffer & { readonly id: ModelId })[]
  readonly voices: readonly VoiceId[]
}

const NONE: KnownOffers = { models: [], voices: [], transcription: [] }

/** Only where the server is known by its name: of another one nothing is said that nobody has read. */
export const offersOf = (endpoint: Endpoint): KnownOffers => (endpoint.kind === 'openai' ? offers.openai : NONE)

/** Null: a model that is not in the list, of which nothing is known. */
export const modelOffer = (endpoint: Endpoint, id: string): ModelOffer | null => offersOf(endpoint).models.find((each) => each.id === id) ?? null
