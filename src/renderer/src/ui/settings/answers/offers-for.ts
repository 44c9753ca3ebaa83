import { offersOf } from '../../../../../shared/providers/offers/find-offer'
import { offers } from '../../../../../shared/providers/offers/offers'
import type { Endpoint } from '../../../../../shared/settings'

/** The echo test uses none, so what is chosen there is for later. */
export const offersFor = (endpoint: Endpoint) => (endpoint.kind === 'practice' ? offers.openai : offersOf(endpoint))
