import { appError, type AppError } from '../../shared/errors/errors'
import { err, type Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import type { TransportTarget } from './core/transport-port'
import { type FindPractice, transportTarget } from './endpoint-target'
import type { Secrets } from '../app/secrets/secrets'

/** What the chosen server is dialled with. `entered`: a key that is only tried, in the place of the kept one. */
export async function reach(settings: Settings, secrets: Secrets, practice: FindPractice, entered: string | null = null): Promise<Result<TransportTarget, AppError>> {
  const endpoint = await secrets.putInto(settings.endpoint)
  if (!endpoint.ok) return endpoint
  const secret = entered ?? (await secrets.find(settings.endpoint)).secret
  const target = { ...settings, endpoint: endpoint.value }
  if (settings.endpoint.kind !== 'practice') return transportTarget(target, secret, null)
  try {
    return transportTarget(target, secret, await practice())
  } catch {
    return err(appError('network', 'the practice endpoint cannot be started'))
  }
}
