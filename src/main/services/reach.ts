import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import type { TransportTarget } from '../core/ports'
import { type PracticeAddress, transportTarget } from './endpoint-target'
import type { Secrets } from './secrets'

/** What the chosen server is dialled with. `entered`: a key that is only tried, in the place of the kept one. */
export async function reach(settings: Settings, secrets: Secrets, practice: PracticeAddress | null, entered: string | null = null): Promise<Result<TransportTarget, AppError>> {
  const endpoint = await secrets.putInto(settings.endpoint)
  if (!endpoint.ok) return endpoint
  const secret = entered ?? (await secrets.find(settings.endpoint)).secret
  return transportTarget({ ...settings, endpoint: endpoint.value }, secret, practice)
}
