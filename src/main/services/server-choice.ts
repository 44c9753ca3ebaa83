import type { ConnectionVerdict } from '../../shared/connection-verdict'
import type { AppError } from '../../shared/errors'
import type { ServerEntry } from '../../shared/ipc/contract'
import type { Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import type { TransportTarget } from '../core/ports'
import type { ConnectionTest } from './connection-test'
import { type PracticeAddress, transportTarget } from './endpoint-target'
import type { Secrets } from './secrets'
import type { SettingsService } from './settings-service'

export interface ServerChoiceParts {
  readonly settings: SettingsService
  readonly secrets: Secrets
  readonly test: ConnectionTest
  readonly practice: PracticeAddress
  /** Learns every key that is used, so that none can be written down. */
  readonly secretUsed: (secret: string) => void
  readonly secretChanged: () => void
}

/** A server is tried before it is chosen, and its key kept only when it is. */
export class ServerChoice {
  constructor(private readonly parts: ServerChoiceParts) {}

  test(entry: ServerEntry): Promise<ConnectionVerdict> {
    return this.parts.test.run(this.target(entry))
  }

  stopTest(): void {
    this.parts.test.stop()
  }

  /** The key first: a server that is chosen is called at once. */
  async use({ endpoint, secret }: ServerEntry): Promise<Result<Settings, AppError>> {
    const { settings, secrets, secretChanged } = this.parts
    const isSame = JSON.stringify(endpoint) === JSON.stringify(settings.current.endpoint)
    if (secret !== null) {
      const entered = await secrets.enter(endpoint, secret)
      if (!entered.ok) return entered
    }
    const used = settings.update({ endpoint })
    if (secret !== null && isSame) secretChanged()
    return used
  }

  private async target({ endpoint, secret }: ServerEntry): Promise<Result<TransportTarget, AppError>> {
    const { settings, secrets, practice, secretUsed } = this.parts
    if (secret !== null) secretUsed(secret)
    const key = secret ?? (await secrets.find(endpoint)).secret
    return transportTarget({ ...settings.current, endpoint }, key, practice)
  }
}
