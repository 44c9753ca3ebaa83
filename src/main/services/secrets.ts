import { type AppError, appError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { Endpoint } from '../../shared/settings'
import type { SecretPlace } from '../../shared/view'
import type { SecretStore } from '../core/ports'
import { isExposed } from '../../shared/loopback'
import { secretOrigin } from './endpoint-target'
import { forgetStored, storedSecret } from './stored-secrets'

interface KnownSecret {
  readonly place: SecretPlace
  readonly secret: string | null
}

const NOT_NEEDED: KnownSecret = { place: 'not-needed', secret: null }
const NONE: KnownSecret = { place: 'none', secret: null }

/**
 * Keys by origin: scheme, host and port. Kept in the OS keychain; where that is locked or missing, in memory for this run, and the
 * person is told. A key from the environment counts for its own origin only and is never stored. What would travel in clear has none.
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
    /** Nothing in this process holds it any more, so that even its scrubbing ends. */
    private readonly unused: (secret: string) => void ,
  ) {
    for (const [origin, secret] of Object.entries(environment)) {
      used(secret)
      this.thisRun.set(origin, { place: 'environment', secret })
    }
  }

  /** Asks the keychain once an origin and run, since every question may prompt the person; again only if it could not answer. */
  async find(endpoint: Endpoint): Promise<KnownSecret> {
    const origin = secretOrigin(endpoint)
    if (origin === null) return NOT_NEEDED
    if (isExposed(origin)) return NONE
    const seen = this.seen(origin)
    if (seen !== null) return seen
    const asking = this.asking.get(origin) ?? this.ask(origin)
    this.asking.set(origin, asking)
    return asking
  }

  private seen(origin: string): KnownSecret | null {
    return this.thisRun.get(origin) ?? this.known.get(origin) ?? null
  }

  private async ask(origin: string): Promise<KnownSecret> {
    const stored = await storedSecret(this.store, origin)
    this.asking.delete(origin)
    // Entered or forgotten while the keychain was looking: its answer is older than that.
    const meanwhile = this.seen(origin)
    if (meanwhile !== null) return meanwhile
    if (!stored.ok) {
      this.notify(stored.error)
      return NONE
    }
    const found: KnownSecret = stored.value === null ? NONE : { place: 'keychain', secret: stored.value }
    if (found.secret !== null) this.used(found.secret)
    this.known.set(origin, found)
    return found
  }

  /** What is known without asking anybody: for the view. */
  placeOf(endpoint: Endpoint): SecretPlace {
    const origin = secretOrigin(endpoint)
    return origin === null ? 'not-needed' : (this.seen(origin) ?? NONE).place
  }

  /** Refused for an address that is not encrypted: there it would be kept only to be read by others. */
  async enter(endpoint: Endpoint, secret: string): Promise<Result<SecretPlace, AppError>> {
    const origin = secretOrigin(endpoint)
    if (origin === null) return ok('not-needed')
    if (isExposed(origin)) return err(appError('secret-exposed'))
    this.used(secret)
    const stored = await this.store.set(origin, secret)
    this.thisRun.delete(origin)
    if (stored.ok) this.known.set(origin, { place: 'keychain', secret })
    else {
      this.thisRun.set(origin, { place: 'this-run', secret })
      this.notify(stored.error)
    }
    return ok(this.placeOf(endpoint))
  }

  async forget(endpoint: Endpoint): Promise<SecretPlace> {
    const origin = secretOrigin(endpoint)
    if (origin === null) return 'not-needed'
    const known = this.seen(origin)
    const forgotten = await forgetStored(this.store, origin)
    this.thisRun.delete(origin)
    this.known.set(origin, NONE)
    if (known !== null && known.secret !== null) this.unused(known.secret)
    if (!forgotten.ok && known?.place === 'keychain') this.notify(forgotten.error)
    return this.placeOf(endpoint)
  }
}
