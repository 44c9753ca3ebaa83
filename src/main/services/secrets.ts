import type { AppError } from '../../shared/errors'
import type { Endpoint } from '../../shared/settings'
import type { SecretPlace } from '../../shared/view'
import type { SecretStore } from '../core/ports'
import { secretHost } from './endpoint-target'

interface KnownSecret {
  readonly place: SecretPlace
  readonly secret: string | null
}

const NOT_NEEDED: KnownSecret = { place: 'not-needed', secret: null }
const NONE: KnownSecret = { place: 'none', secret: null }

/**
 * Keys by host. Kept in the OS keychain; where that is locked or missing, in memory for this run, and the person is
 * told. A key from the environment counts for its own host only and is never stored.
 */
export class Secrets {
  private readonly thisRun = new Map<string, KnownSecret>()
  private readonly known = new Map<string, KnownSecret>()
  private readonly asking = new Map<string, Promise<KnownSecret>>()

  constructor(
    private readonly store: SecretStore,
    environment: Readonly<Record<string, string>>,
    private readonly notify: (error: AppError) => void,
    private readonly used: (secret: string) => void,
  ) {
    for (const [host, secret] of Object.entries(environment)) {
      used(secret)
      this.thisRun.set(host, { place: 'environment', secret })
    }
  }

  /** Asks the keychain once a host and run, since every question may prompt the person; again only if it could not answer. */
  async find(endpoint: Endpoint): Promise<KnownSecret> {
    const host = secretHost(endpoint)
    if (host === null) return NOT_NEEDED
    const seen = this.thisRun.get(host) ?? this.known.get(host)
    if (seen !== undefined) return seen
    const asking = this.asking.get(host) ?? this.ask(host)
    this.asking.set(host, asking)
    return asking
  }

  private async ask(host: string): Promise<KnownSecret> {
    const stored = await this.store.get(host)
    this.asking.delete(host)
    // Entered or forgotten while the keychain was looking: its answer is older than that.
    const meanwhile = this.thisRun.get(host) ?? this.known.get(host)
    if (meanwhile !== undefined) return meanwhile
    if (!stored.ok) {
      this.notify(stored.error)
      return NONE
    }
    const found: KnownSecret = stored.value === null ? NONE : { place: 'keychain', secret: stored.value }
    if (found.secret !== null) this.used(found.secret)
    this.known.set(host, found)
    return found
  }

  /** What is known without asking anybody: for the view. */
  placeOf(endpoint: Endpoint): SecretPlace {
    const host = secretHost(endpoint)
    if (host === null) return 'not-needed'
    return (this.thisRun.get(host) ?? this.known.get(host) ?? NONE).place
  }

  async enter(endpoint: Endpoint, secret: string): Promise<SecretPlace> {
    const host = secretHost(endpoint)
    if (host === null) return 'not-needed'
    this.used(secret)
    const stored = await this.store.set(host, secret)
    this.thisRun.delete(host)
    if (stored.ok) this.known.set(host, { place: 'keychain', secret })
    else {
      this.thisRun.set(host, { place: 'this-run', secret })
      this.notify(stored.error)
    }
    return this.placeOf(endpoint)
  }

  async forget(endpoint: Endpoint): Promise<SecretPlace> {
    const host = secretHost(endpoint)
    if (host === null) return 'not-needed'
    const wasKept = this.known.get(host)?.place === 'keychain'
    const forgotten = await this.store.forget(host)
    this.thisRun.delete(host)
    this.known.set(host, NONE)
    if (!forgotten.ok && wasKept) this.notify(forgotten.error)
    return this.placeOf(endpoint)
  }
}
