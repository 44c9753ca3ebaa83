import type { Settings } from '../../../../../shared/settings'
import { offersOf } from '../../../../../shared/providers/offers/find-offer'
import { nameOfVoice } from '../../../../../shared/providers/offers/voice-name'
import { modelRows, type OfferRow, voiceRows } from '../../../words/offer-words'

/** Beside the chosen one; the others are in the settings. */
const VOICES_SHOWN = 3

interface OffersShown {
  readonly models: readonly OfferRow[]
  readonly voices: readonly OfferRow[]
}

/** What is chosen is among them, also where nothing is known of it. */
const withChosen = (rows: readonly OfferRow[], chosen: OfferRow): readonly OfferRow[] => (rows.some(({ id }) => id === chosen.id) ? rows : [...rows, chosen])

const named = (id: string, name: string, known: readonly OfferRow[]): OfferRow => known.find((row) => row.id === id) ?? { id, name, line: '' }

/** What the panel's menu lets choose between: no model that ends, and the first few voices. */
export function offersShown({ endpoint, model, voice }: Pick<Settings, 'endpoint' | 'model' | 'voice'>): OffersShown {
  const known = offersOf(endpoint)
  const [models, voices] = [modelRows(known.models), voiceRows(known.voices)]
  const lasting = new Set<string>(known.models.filter(({ ends }) => ends === null).map(({ id }) => id))
  return {
    models: withChosen(models.filter(({ id }) => lasting.has(id)), named(model, model, models)),
    voices: withChosen(voices.slice(0, VOICES_SHOWN), named(voice, nameOfVoice(voice), voices)),
  }
}
